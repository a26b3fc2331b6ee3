"""The only place where the parts are put together: settings, the app, the supervisor."""

-- A program that was set up by mistake is taken back as a whole while nothing is on record about its sessions.
grant delete on sessions.track, sessions.pattern, sessions.session, sessions.seat to ${appRole};

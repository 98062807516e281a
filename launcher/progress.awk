# Turns Maven's log into a few readable lines.
/Downloaded from .*\.jar/ { if (++fetched % 20 == 0) { print "trellis:   " fetched " libraries fetched"; fflush() } }
/^\[INFO\] Building [^:]*$/ { sub(/^\[INFO\] Building /, ""); sub(/ [0-9][^ ]*SNAPSHOT.*/, ""); print "trellis:   " $0; fflush() }
/^\[ERROR\]/ && ++errors <= 15 { print; fflush() }

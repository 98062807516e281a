package care.trellis.setup;

import care.trellis.organizations.LevelOfCare;
import care.trellis.sessions.Modality;
import care.trellis.sessions.Recurrence;
import care.trellis.sessions.ServiceType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What an organization offers, as a file says it: things are named, never numbered, so that a file
 * of one organization can be read and brought into another. Lines are those of the file; 0 for what
 * came from no file.
 */
public record SettingsFile(List<Site> sites, List<Program> programs, List<Track> tracks) {

    /** The first key of every file, and the version of what follows. */
    public static final String FORMAT = "trellis-settings-1";

    /** Something of a file with a name. */
    public sealed interface Entry {

        /** Where it stands in the file. */
        int line();

        /** What a person calls it, with where it is. */
        String label();
    }

    /** A place, with the clock it keeps. */
    public record Site(int line, String name, String timeZone, List<Room> rooms) implements Entry {

        /** Copies the rooms. */
        public Site {
            rooms = List.copyOf(rooms);
        }

        @Override
        public String label() {
            return "Site " + name;
        }
    }

    /** A room of a site. */
    public record Room(int line, String site, String name, int seats) implements Entry {

        @Override
        public String label() {
            return "Room " + name + " of " + site;
        }
    }

    /** What is offered at a site. */
    public record Program(
            int line,
            String name,
            String site,
            LevelOfCare level,
            String setting,
            String kind,
            boolean part2,
            @Nullable String licenceRules,
            int daysPerWeek,
            BigDecimal hoursPerDay)
            implements Entry {

        @Override
        public String label() {
            return "Program " + name + " at " + site;
        }
    }

    /** A track of a program with its week. */
    public record Track(int line, String name, String program, String site, List<Block> blocks)
            implements Entry {

        /** Copies the blocks. */
        public Track {
            blocks = List.copyOf(blocks);
        }

        @Override
        public String label() {
            return "Track " + name + " at " + site;
        }
    }

    /**
     * A block of a track's week.
     *
     * @param room its name; nothing without one
     * @param lead first and last name of who leads
     */
    public record Block(
            int line,
            String track,
            String site,
            String title,
            ServiceType kind,
            Recurrence rule,
            LocalTime starts,
            int minutes,
            Modality meets,
            @Nullable String room,
            String lead,
            @Nullable String with,
            LocalDate from,
            @Nullable LocalDate until)
            implements Entry {

        @Override
        public String label() {
            return "%s, %s %s of %s at %s".formatted(title, days(), starts, track, site);
        }

        /** Two blocks of one title and time differ by their days: {@code Mon Wed}. */
        private String days() {
            return rule.days().isEmpty()
                    ? rule.sentence()
                    : rule.days().stream()
                            .map(day -> day.getDisplayName(TextStyle.SHORT, Locale.US))
                            .collect(Collectors.joining(" "));
        }
    }

    /** Copies the lists. */
    public SettingsFile {
        sites = List.copyOf(sites);
        programs = List.copyOf(programs);
        tracks = List.copyOf(tracks);
    }
}

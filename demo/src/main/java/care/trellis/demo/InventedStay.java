package care.trellis.demo;

import care.trellis.outreach.Signals;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * A stay for trying the early warning on many, without a database. Everybody has a strain that
 * nobody sees and that drifts from week to week. It makes absences, late arrivals, hard check-ins,
 * risen scores, unexplained tests and breaking off more likely, each by its own throw of the dice;
 * the points of the early warning have no part in it. About one in four of those who break off does
 * so for a reason that shows in nothing (a job, a move).
 *
 * <p>Only two things come from publications: about 30 percent break off (Lappan, Brown, Hendricks
 * 2020), and a barrier such as transport or childcare adds to the strain (SAMHSA TIP 47). How
 * strongly the strain shows in each sign was published by nobody and is assumed.
 *
 * @param lastCame the last day on which the person was there; the admission where there is none
 * @param brokeOff ended before the plan did
 * @param sundays what was known at the end of every week up to the last day that the person came;
 *     later it would be no forecast
 */
record InventedStay(
        LocalDate admittedOn, LocalDate lastCame, boolean brokeOff, List<Signals> sundays) {

    private static final LocalDate MONDAY = LocalDate.of(2026, 1, 5);
    private static final int MINUTES = 180;
    private static final int RISEN = 5;
    private static final double SUDDEN = 0.0035;

    InventedStay {
        sundays = List.copyOf(sundays);
    }

    /** The same seed makes the same stays. */
    static List<InventedStay> make(long seed, int number) {
        var chance = new Random(seed);
        return IntStream.range(0, number).mapToObj(_ -> new Course(chance).run()).toList();
    }

    /** Whether the last day that the person came lies within so many days after one. */
    boolean breaksOffWithin(int days, LocalDate after) {
        return brokeOff && lastCame.isAfter(after) && !lastCame.isAfter(after.plusDays(days));
    }

    /** One stay while it is thrown. */
    private static final class Course {

        private final Random chance;
        private final double usual;
        private final int weeks;
        private final boolean checksIn;
        private final List<String> barriers = new ArrayList<>();
        private final List<Signals.Day> days = new ArrayList<>();
        private final List<LocalDate> checkIns = new ArrayList<>();
        private final List<LocalDate> hard = new ArrayList<>();
        private final List<LocalDate> tests = new ArrayList<>();
        private final List<Signals> sundays = new ArrayList<>();
        private double strain;
        private boolean hardBefore;
        private double lowest = Double.MAX_VALUE;
        private double score;
        private LocalDate scored = MONDAY;
        private LocalDate lastCame = MONDAY;

        Course(Random chance) {
            this.chance = chance;
            this.weeks = 8 + chance.nextInt(5);
            this.checksIn = chance.nextDouble() < 0.7;
            for (var barrier : List.of("Transport", "Childcare", "Work hours")) {
                if (chance.nextDouble() < 0.1) {
                    barriers.add(barrier);
                }
            }
            this.usual = 0.7 * chance.nextGaussian() + 0.4 * barriers.size();
            this.strain = usual;
        }

        InventedStay run() {
            boolean broke = false;
            for (int week = 0; week < weeks && !broke; week++) {
                strain = usual + 0.6 * (strain - usual) + 0.7 * chance.nextGaussian();
                var monday = MONDAY.plusWeeks(week);
                for (int day = 0; day < 5 && !broke; day += 2) {
                    day(monday.plusDays(day));
                    broke = chance.nextDouble() < SUDDEN || likely(-5.2, 0.9);
                }
                if (!broke) {
                    sundays.add(asOf(monday.plusDays(6)));
                }
            }
            return new InventedStay(
                    MONDAY,
                    lastCame,
                    broke,
                    sundays.stream().filter(one -> one.asOf().isBefore(lastCame)).toList());
        }

        /** An even chance where base and strain cancel each other out. */
        private boolean likely(double base, double weight) {
            return chance.nextDouble() < 1 / (1 + StrictMath.exp(-base - weight * strain));
        }

        private void day(LocalDate date) {
            if (chance.nextDouble() < 0.04) {
                days.add(new Signals.Day(date, MINUTES, 0, true, false, false));
                return;
            }
            if (likely(-2.2, 0.8)) {
                days.add(new Signals.Day(date, MINUTES, 0, false, false, false));
                return;
            }
            boolean late = likely(-2.6, 0.5);
            boolean early = likely(-3.2, 0.5);
            int there = MINUTES - (late ? 25 : 0) - (early ? 40 : 0);
            days.add(new Signals.Day(date, MINUTES, there, false, late, early));
            lastCame = date;
            if (checksIn && likely(1.4, -0.5)) {
                checkIn(date);
            }
            if (likely(-0.3, -0.2)) {
                score(date);
            }
            if (chance.nextDouble() < 0.33 && likely(-2.6, 0.6)) {
                tests.add(date);
            }
        }

        private void checkIn(LocalDate date) {
            checkIns.add(date);
            boolean isHard = likely(-2.8, 0.8);
            if (isHard && hardBefore) {
                hard.add(date);
            }
            hardBefore = isHard;
        }

        private void score(LocalDate date) {
            long weeksIn = MONDAY.until(date, ChronoUnit.WEEKS);
            score = 12 - 0.4 * weeksIn + 1.5 * strain + 1.5 * chance.nextGaussian();
            lowest = Math.min(lowest, score);
            scored = date;
        }

        private Signals asOf(LocalDate sunday) {
            var from = sunday.minusDays(14);
            return new Signals(
                    MONDAY,
                    sunday,
                    days,
                    score - lowest >= RISEN ? "PHQ-9 rose." : "",
                    scored,
                    checkIns.stream().filter(date -> date.isAfter(from)).toList(),
                    !checkIns.isEmpty(),
                    hard.stream().anyMatch(date -> date.isAfter(from)),
                    tests.stream().filter(date -> date.isAfter(from.minusDays(7))).toList(),
                    barriers);
        }
    }
}

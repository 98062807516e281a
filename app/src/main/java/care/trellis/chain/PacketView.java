package care.trellis.chain;

import care.trellis.web.Fact;
import java.util.List;

/**
 * A packet or an appeal as it left, as finished text for paper.
 *
 * @param opening the letter's first words; empty on a packet
 * @param closing the letter's last words; empty on a packet
 * @param paperPath where the same words are a PDF
 * @param notice the words of 42 CFR 2.32; empty where Part 2 does not apply
 */
public record PacketView(
        String title,
        String date,
        String recipient,
        List<Fact> about,
        String criteria,
        List<String> opening,
        List<ReviewView.Section> sections,
        List<String> closing,
        String notice,
        String reviewPath,
        String paperPath) {}

package care.trellis.billing;

import java.util.List;

/** How the posting of a file ended. */
public sealed interface RemittancePosting {

    /**
     * It is posted, line by line.
     *
     * @param posted the remittances that were new
     * @param known those that another file had already brought; nothing of them was posted again
     * @param matched lines that found theirs
     * @param unmatched lines that wait for a person
     */
    record Posted(
            FileId file,
            List<RemittanceId> posted,
            List<RemittanceId> known,
            int matched,
            int unmatched)
            implements RemittancePosting {

        public Posted {
            posted = List.copyOf(posted);
            known = List.copyOf(known);
        }
    }

    /** The very same file was posted before; nothing happened. */
    record AlreadyPosted(FileId file, List<RemittanceId> remittances) implements RemittancePosting {

        public AlreadyPosted {
            remittances = List.copyOf(remittances);
        }
    }

    /**
     * Nothing was posted or kept: the file is not whole, holds no remittance, or its money does not
     * add up.
     *
     * @param reasons a sentence each, at least one
     */
    record Refused(List<String> reasons) implements RemittancePosting {

        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Nothing was posted or kept: a payment of this payer and trace number is on record with other
     * figures. Two people may have it posted all the same: a payer may number its payments anew.
     *
     * @param reasons a sentence for each such payment, at least one
     */
    record Repeats(List<String> reasons) implements RemittancePosting {

        public Repeats {
            reasons = List.copyOf(reasons);
        }
    }
}

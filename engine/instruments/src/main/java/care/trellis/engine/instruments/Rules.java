package care.trellis.engine.instruments;

import java.util.List;
import java.util.Map;

/**
 * How an instrument is scored, in the order in which the steps are taken.
 *
 * @param severityAlerts how fast someone must act on a severity by itself
 */
record Rules(
        List<SkipRule> skips,
        List<Score> scores,
        List<SeverityRule> severities,
        List<Flag> flags,
        List<Prompt> prompts,
        Map<String, AlertClass> severityAlerts) {}

/**
 * What every kind of content file is read with: the pieces of a YAML file that know their line
 * ({@link care.trellis.engine.content.Section}, {@link care.trellis.engine.content.Node}), the
 * refusal that names file, line and reason ({@link care.trellis.engine.content.RefusedFile}), and
 * the command that answers or checks a file of cases ({@link
 * care.trellis.engine.content.CaseCommand}). It knows neither instruments nor rules.
 */
@NullMarked
package care.trellis.engine.content;

import org.jspecify.annotations.NullMarked;

package care.trellis.home;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Holds a request only against the routes whose plain words it has. An address with an id in it is
 * otherwise held against every route of the program, hundreds of them, at each request.
 */
final class PlainWordMapping extends RequestMappingHandlerMapping {

    private final Map<RequestMappingInfo, List<Words>> words = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo route, HttpServletRequest request) {
        String path = request.getRequestURI();
        for (var pattern : words.computeIfAbsent(route, PlainWordMapping::words)) {
            if (pattern.areIn(path)) {
                return super.getMatchingMapping(route, request);
            }
        }
        return null;
    }

    private static List<Words> words(RequestMappingInfo route) {
        return route.getPatternValues().stream().map(Words::of).toList();
    }

    /** The words of one pattern; empty ones stand for what varies. */
    private record Words(String[] each) {

        static Words of(String pattern) {
            return new Words(
                    Arrays.stream(pattern.substring(Math.min(1, pattern.length())).split("/"))
                            .map(word -> word.matches("[a-z0-9-]*") ? word : "")
                            .toArray(String[]::new));
        }

        /** Whether each plain word stands where the pattern has it. */
        boolean areIn(String path) {
            int at = 1;
            for (var word : each) {
                int end = path.indexOf('/', at);
                end = end < 0 ? path.length() : end;
                if (!word.isEmpty() && (end - at != word.length() || !path.startsWith(word, at))) {
                    return false;
                }
                at = Math.min(end + 1, path.length());
            }
            return true;
        }
    }
}

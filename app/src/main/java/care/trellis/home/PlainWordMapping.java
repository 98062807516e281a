package care.trellis.home;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Holds a request only against the routes whose plain words it has. An address with an id in it is
 * otherwise held against every route of the program, hundreds of them, at each request.
 */
final class PlainWordMapping extends RequestMappingHandlerMapping {

    /** By the route itself: what it is equal to takes longer to say than to hold it against. */
    private volatile Map<RequestMappingInfo, List<Words>> words = Map.of();

    @Override
    public void afterPropertiesSet() {
        super.afterPropertiesSet();
        var all = new IdentityHashMap<RequestMappingInfo, List<Words>>();
        getHandlerMethods().keySet().forEach(route -> all.put(route, words(route)));
        words = all;
    }

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo route, HttpServletRequest request) {
        String path = request.getRequestURI();
        var known = words.get(route);
        for (var pattern : known == null ? words(route) : known) {
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

package care.trellis.home;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Compares a request only with the routes that begin with the same word. An address that holds an
 * id is otherwise held against every route of the program, hundreds of them, at each request.
 */
final class FirstWordMapping extends RequestMappingHandlerMapping {

    private final Map<RequestMappingInfo, List<String>> beginnings = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(
            RequestMappingInfo route, HttpServletRequest request) {
        String path = request.getRequestURI();
        for (String beginning : beginnings.computeIfAbsent(route, FirstWordMapping::beginnings)) {
            if (path.startsWith(beginning)) {
                return super.getMatchingMapping(route, request);
            }
        }
        return null;
    }

    /**
     * The first word of each pattern, with its slash; the slash alone for one that begins freely.
     */
    private static List<String> beginnings(RequestMappingInfo route) {
        return route.getPatternValues().stream()
                .map(pattern -> {
                    int end = pattern.indexOf('/', 1);
                    var word = end < 0 ? pattern : pattern.substring(0, end);
                    int free = word.indexOf('{');
                    return free < 0 ? word : word.substring(0, free);
                })
                .toList();
    }
}

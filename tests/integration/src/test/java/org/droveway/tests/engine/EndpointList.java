package org.droveway.tests.engine;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.core.ResourceMethodInvoker;
import org.jboss.resteasy.core.ResourceMethodRegistry;
import org.jboss.resteasy.plugins.server.servlet.ResteasyContextParameters;
import org.jboss.resteasy.spi.ResteasyDeployment;

/** Added to the engine in a test: lists its endpoints from the server's own registry, a line each: method, path, media type. */
@WebServlet(EndpointList.PATH)
public class EndpointList extends HttpServlet {
    static final String PATH = "/test/endpoints";

    private static final long serialVersionUID = 1;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/plain");
        response.getWriter()
                .print(registries()
                        .flatMap(registry -> registry.getBounded().values().stream())
                        .flatMap(List::stream)
                        .filter(ResourceMethodInvoker.class::isInstance)
                        .map(ResourceMethodInvoker.class::cast)
                        .flatMap(EndpointList::lines)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining("\n")));
    }

    private Stream<ResourceMethodRegistry> registries() {
        Object deployments = getServletContext().getAttribute(ResteasyContextParameters.RESTEASY_DEPLOYMENTS);
        return deployments instanceof Map<?, ?> map
                ? map.values().stream()
                        .filter(ResteasyDeployment.class::isInstance)
                        .map(deployment -> ((ResteasyDeployment) deployment).getRegistry())
                        .filter(ResourceMethodRegistry.class::isInstance)
                        .map(ResourceMethodRegistry.class::cast)
                : Stream.empty();
    }

    private static Stream<String> lines(ResourceMethodInvoker invoker) {
        Method method = invoker.getMethod();
        Class<?> resource = method.getDeclaringClass();
        String path = path(resource) + path(method);
        String consumed = Stream.of(method, resource)
                .flatMap(element -> Optional.ofNullable(element.getAnnotation(Consumes.class)).stream())
                .map(consumes -> consumes.value()[0])
                .findFirst()
                .orElse("*/*");
        return invoker.getHttpMethods().stream().map(verb -> verb + " " + path + " " + consumed);
    }

    private static String path(AnnotatedElement element) {
        Path path = element.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value().replaceAll("^/|/$", "");
    }
}

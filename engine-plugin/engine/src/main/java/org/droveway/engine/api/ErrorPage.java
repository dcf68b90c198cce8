package org.droveway.engine.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the server itself, and not the API, turns a request away: a problem detail as well, in place of its HTML. */
@WebServlet(ErrorPage.PATH)
public class ErrorPage extends HttpServlet {
    /** Named in web.xml. */
    static final String PATH = "/error";

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code ? code : 404;
        String path = text(request, RequestDispatcher.ERROR_REQUEST_URI).orElse(request.getRequestURI());
        String title = Optional.ofNullable(Status.fromStatusCode(status))
                .map(Status::getReasonPhrase)
                .orElse("Error");
        ProblemDetail problem =
                new ProblemDetail("about:blank", title, status, detail(request, status, path, title), null, null);
        response.setStatus(status);
        response.setContentType(Problems.MEDIA_TYPE);
        response.getOutputStream()
                .write(JsonSettings.MAPPER.writeValueAsString(problem).getBytes(StandardCharsets.UTF_8));
    }

    private static String detail(HttpServletRequest request, int status, String path, String title) {
        if (status == 404) {
            return "there is nothing at " + path + "; the API is below /droveway/api/v1, the page at /droveway/";
        }
        return text(request, RequestDispatcher.ERROR_MESSAGE)
                        .filter(message -> status < 500 && !message.isBlank())
                        .orElse(title)
                + " (" + request.getMethod() + " " + path + ")";
    }

    private static Optional<String> text(HttpServletRequest request, String attribute) {
        @Nullable Object value = request.getAttribute(attribute);
        return value instanceof String text ? Optional.of(text) : Optional.empty();
    }
}

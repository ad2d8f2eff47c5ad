package wherein.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;

/**
 * Lets a request end quietly whose answer was broken off, as when its client has gone. Jetty says of it that it is asynchronous,
 * though nobody made it so, and Javalin would end it as such and fail.
 */
final class BrokenOff implements Filter {

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(new Asked((HttpServletRequest) request), response);
    }

    private static final class Asked extends HttpServletRequestWrapper {

        private volatile boolean started;

        Asked(HttpServletRequest request) {
            super(request);
        }

        @Override
        public AsyncContext startAsync() {
            started = true;
            return super.startAsync();
        }

        @Override
        public AsyncContext startAsync(ServletRequest request, ServletResponse response) {
            started = true;
            return super.startAsync(request, response);
        }

        @Override
        public boolean isAsyncStarted() {
            return started && super.isAsyncStarted();
        }
    }
}

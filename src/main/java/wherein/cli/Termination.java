package wherein.cli;

import java.lang.reflect.Proxy;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The signal by which a service manager asks a process to end. Java ends with status 143 then, a failure to whoever
 * counts; its one way to end otherwise, {@code sun.misc.Signal}, is in every JDK from 21 on, but no part of what a
 * compiler takes for given, so it is looked up by name.
 */
final class Termination {

    private Termination() {}

    /** Runs {@code action} when the signal comes, instead of ending the process; where that cannot be had, nothing. */
    static void then(Runnable action) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            Object handling = Proxy.newProxyInstance(
                    Termination.class.getClassLoader(), new Class<?>[] {handler}, (proxy, method, arguments) -> {
                        if (method.getName().equals("handle")) {
                            action.run();
                        }
                        return null;
                    });
            signal.getMethod("handle", signal, handler)
                    .invoke(null, signal.getConstructor(String.class).newInstance("TERM"), handling);
        } catch (ReflectiveOperationException e) {
            Logger.getLogger(Termination.class.getName()).log(Level.FINE, "no handling of signals", e);
        }
    }
}

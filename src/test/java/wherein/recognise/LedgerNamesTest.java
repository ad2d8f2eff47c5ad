package wherein.recognise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import wherein.api.Landing;
import wherein.lucene.LuceneIndex;
import wherein.query.Named;
import wherein.query.Names;
import wherein.search.Deadline;
import wherein.search.DeadlineException;
import wherein.search.PassageSearcher;

class LedgerNamesTest {

    private static final Duration LONG = Duration.ofMinutes(5);

    @TempDir
    private Path folder;

    private final CountDownLatch mayRead = new CountDownLatch(1);
    private final AtomicInteger readings = new AtomicInteger();

    /** {@code searcher}, whose ledger is not counted before it may be. */
    private PassageSearcher slow(PassageSearcher searcher) {
        return (PassageSearcher) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {PassageSearcher.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("named")) {
                        readings.incrementAndGet();
                        assertThat(mayRead.await(LONG.toSeconds(), TimeUnit.SECONDS))
                                .isTrue();
                    }
                    try {
                        Object answer = method.invoke(searcher, arguments);
                        return method.getName().equals("within") ? slow((PassageSearcher) answer) : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Test
    void whoNeedsAPersonWaitsUntilTheirDeadlineAndWhoNeedsNoneNotAtAll() throws Exception {
        Landing.commit(folder, "Fog", 1, 1);
        try (PassageSearcher searcher = LuceneIndex.open(folder)) {
            LedgerNames names = new LedgerNames(slow(searcher));
            Names hurried = names.within(Deadline.after(Duration.ofMillis(20))::check);
            assertThatThrownBy(() -> hurried.ids(Named.PERSON, "Ada Keel")).isInstanceOf(DeadlineException.class);
            assertThatThrownBy(() -> hurried.ids(Named.UNIT, "people")).isInstanceOf(DeadlineException.class);
            assertThat(hurried.ids(Named.COUNTRY, "Norway")).containsExactly("NO");
            assertThat(hurried.label(Named.COUNTRY, "NO")).isEqualTo("Norway");
            assertThat(hurried.kept(Named.COUNTRY, "NO")).containsExactly("NO");
            mayRead.countDown();
            Names patient = names.within(Deadline.after(LONG)::check);
            assertThat(patient.ids(Named.PERSON, "Ada Keel")).isEmpty();
            assertThat(patient.id(Named.PERSON, "Ada Keel")).isEqualTo("Ada Keel");
            assertThat(names.ids(Named.UNIT, "people")).isEmpty();
            // Persons once and units once, however often somebody asks.
            assertThat(readings).hasValue(2);
        }
    }
}

package wherein.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import wherein.Seeded;
import wherein.document.Document;
import wherein.document.Metadata;
import wherein.document.Note;
import wherein.document.NoteKind;

class ReadAheadTest {

    /** Reads what it is given. */
    private record Given(long size, List<ReadAhead.Piece> pieces) implements ReadAhead.Task {
        @Override
        public void read(ReadAhead.Taker taker) {
            pieces.forEach(taker::put);
        }
    }

    private static ReadAhead.Piece document(int characters) {
        return new ReadAhead.Piece.Read(
                new Document("a", "a", "x".repeat(characters), Metadata.UNKNOWN, List.of(), List.of()), 0, 1);
    }

    private static ReadAhead.Piece note(String file) {
        return new ReadAhead.Piece.Noted(new Note(NoteKind.EMPTY, file, 0, ""));
    }

    @Test
    void whatComesOfTheFilesIsTakenInTheirOrderWhateverTheirSize() {
        Seeded.times(100, random -> {
            List<ReadAhead.Piece> all = new ArrayList<>();
            List<ReadAhead.Piece> taken = new ArrayList<>();
            try (ReadAhead ahead = new ReadAhead(1 + random.nextInt(4))) {
                List<ReadAhead.Reading> begun = new ArrayList<>();
                for (int file = random.nextInt(40); file > 0; file--) {
                    Given given = new Given(random.nextLong(20 << 20), pieces(random, file));
                    all.addAll(given.pieces);
                    begun.add(ahead.begin(given));
                }
                for (ReadAhead.Reading reading : begun) {
                    reading.drain(taken::add);
                }
            }
            assertThat(taken).isEqualTo(all);
        });
    }

    private static List<ReadAhead.Piece> pieces(Random random, int file) {
        List<ReadAhead.Piece> pieces = new ArrayList<>();
        for (int i = random.nextInt(5); i > 0; i--) {
            pieces.add(random.nextBoolean() ? note(file + "/" + i) : document(1 + random.nextInt(4 << 20)));
        }
        return pieces;
    }

    @Test
    void whileOneFileTakesLongThoseAfterItAreRead() throws Exception {
        CountDownLatch others = new CountDownLatch(3);
        ReadAhead.Task slow = new ReadAhead.Task() {
            @Override
            public long size() {
                return 1;
            }

            @Override
            public void read(ReadAhead.Taker taker) throws IOException {
                try {
                    others.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
                taker.put(note("slow"));
            }
        };
        List<ReadAhead.Piece> taken = new ArrayList<>();
        try (ReadAhead ahead = new ReadAhead(2)) {
            List<ReadAhead.Reading> begun = new ArrayList<>(List.of(ahead.begin(slow)));
            for (int i = 0; i < 3; i++) {
                begun.add(ahead.begin(new ReadAhead.Task() {
                    @Override
                    public long size() {
                        return 1;
                    }

                    @Override
                    public void read(ReadAhead.Taker taker) {
                        taker.put(note("quick"));
                        others.countDown();
                    }
                }));
            }
            for (ReadAhead.Reading reading : begun) {
                reading.drain(taken::add);
            }
        }
        assertThat(taken).containsExactly(note("slow"), note("quick"), note("quick"), note("quick"));
    }

    @Test
    void noMoreTextIsReadThanIsHeldUntilSomeIsTaken() throws Exception {
        AtomicLong read = new AtomicLong();
        int each = 1 << 20;
        ReadAhead.Task endless = new ReadAhead.Task() {
            @Override
            public long size() {
                return 0;
            }

            @Override
            public void read(ReadAhead.Taker taker) {
                for (int i = 0; i < 100; i++) {
                    taker.put(document(each));
                    read.addAndGet(each);
                }
            }
        };
        long taken = 0;
        try (ReadAhead ahead = new ReadAhead(2)) {
            List<ReadAhead.Reading> begun = List.of(ahead.begin(endless), ahead.begin(endless));
            for (ReadAhead.Reading reading : begun) {
                while (reading.next().isPresent()) {
                    taken += each;
                    assertThat(read.get() - taken).isLessThan((8 << 20) + 2L * each);
                }
            }
        }
        assertThat(taken).isEqualTo(200L * each);
    }

    @Test
    void aFaultIsThrownWhereItsFileIsTaken() throws Exception {
        ReadAhead.Task faulty = new ReadAhead.Task() {
            @Override
            public long size() {
                return 1;
            }

            @Override
            public void read(ReadAhead.Taker taker) throws IOException {
                taker.put(note("before"));
                throw new IOException("planted");
            }
        };
        try (ReadAhead ahead = new ReadAhead(1)) {
            ReadAhead.Reading first = ahead.begin(faulty);
            ReadAhead.Reading second = ahead.begin(new Given(1, List.of(note("after"))));
            assertThat(first.next()).contains(note("before"));
            assertThatThrownBy(first::next).isInstanceOf(IOException.class).hasMessage("planted");
            assertThat(second.next()).contains(note("after"));
        }
    }
}

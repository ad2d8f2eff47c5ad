package wherein.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import wherein.Seeded;

class RenamingsTest {

    /** Told in another way: all of them in their order, each of which may be the next. */
    private static String now(List<Renaming> all, String id, long time) {
        List<Renaming> ordered = new ArrayList<>(all);
        ordered.sort(Comparator.comparing(Renaming::time)
                .thenComparing(Renaming::from)
                .thenComparing(Renaming::to));
        String now = id;
        for (Renaming each : ordered) {
            if (each.from().equals(now) && each.time().toEpochMilli() >= time) {
                now = each.to();
            }
        }
        return now;
    }

    @Test
    void aDocumentIsCalledWhatTheLastOfItsRenamingsSaysInWhateverOrderTheyCame() {
        Seeded.times(300, random -> {
            List<String> ids = List.of("a", "b", "c", "d", "e");
            List<Renaming> all = new ArrayList<>();
            Renamings renamings = Renamings.NONE;
            for (int batch = random.nextInt(4); batch >= 0; batch--) {
                List<Renaming> more = new ArrayList<>();
                for (int i = random.nextInt(8); i > 0; i--) {
                    Instant time = Instant.ofEpochMilli(random.nextInt(6));
                    more.add(new Renaming(time, Seeded.one(random, ids), Seeded.one(random, ids)));
                }
                all.addAll(more);
                renamings = renamings.with(more);
            }
            for (String id : ids) {
                for (long time = 0; time < 8; time++) {
                    assertThat(renamings.now(id, time))
                            .as(all + " " + id + time)
                            .isEqualTo(now(all, id, time));
                }
            }
        });
    }

    @Test
    void whereNoneComesItIsTheSame() {
        Renamings one = Renamings.NONE.with(List.of(new Renaming(Instant.EPOCH, "a", "b")));
        assertThat(one.with(List.of())).isSameAs(one);
        assertThat(one.now("c", 0)).isEqualTo("c");
    }

    @Test
    void aFolderOfManyDocumentsThatIsRenamedIsFollowed() {
        int many = 100_000;
        List<Renaming> all = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            all.add(new Renaming(Instant.EPOCH, "old/" + i, "new/" + i));
        }
        Renamings renamings = Renamings.NONE.with(all);
        for (int i = 0; i < many; i++) {
            assertThat(renamings.now("old/" + i, 0)).isEqualTo("new/" + i);
        }
    }
}

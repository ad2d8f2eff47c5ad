package wherein.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import wherein.Growth;
import wherein.Seeded;

class IdTableTest {

    @Test
    void everyIdHasTheNumberThatItWasGivenFirst() {
        Seeded.times(50, random -> {
            IdTable table = new IdTable();
            Map<String, Integer> oracle = new HashMap<>();
            int ids = 1 + random.nextInt(20_000);
            for (int i = random.nextInt(40_000); i > 0; i--) {
                String id = "идент-" + random.nextInt(ids);
                int number = random.nextInt(1_000_000);
                assertThat(table.put(id, number)).isEqualTo(oracle.putIfAbsent(id, number) == null);
            }
            for (int i = 0; i < ids; i++) {
                String id = "идент-" + i;
                assertThat(table.get(id)).isEqualTo(oracle.getOrDefault(id, IdTable.NONE));
            }
        });
    }

    @Test
    void theWorkGrowsWithTheNumberOfIds() throws Exception {
        Growth growth = new Growth(20_000);
        growth.measure("ids", size -> size, size -> {
            IdTable table = new IdTable();
            int found = 0;
            for (int i = 0; i < size; i++) {
                table.put("record-" + i, i);
                found += table.get("record-" + i / 2);
            }
            return found;
        });
        growth.check();
    }
}

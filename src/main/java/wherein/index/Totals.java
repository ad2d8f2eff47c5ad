package wherein.index;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import wherein.document.Document;
import wherein.document.Passage;
import wherein.mention.Mention;

/** What an index holds in all, kept while documents come, change and go. Safe for use by several threads at once. */
final class Totals {

    private final Map<Mention.Type, Integer> mentions = new EnumMap<>(Mention.Type.class);
    private final Fingerprint fingerprint;
    private int documents;
    private int passages;
    private int added;
    private int changed;
    private int deleted;
    private int moved;

    /** Of no documents. */
    Totals() {
        this.fingerprint = new Fingerprint();
    }

    /** Of the documents of an index with this manifest. */
    Totals(Manifest manifest) {
        this.fingerprint = new Fingerprint(manifest.fingerprint());
        this.documents = manifest.documents();
        this.passages = manifest.passages();
        this.mentions.putAll(manifest.mentions());
    }

    /** A document is there that was not. */
    synchronized void add(Document document, List<Passage> itsPassages, List<Mention> itsMentions) {
        documents++;
        added++;
        passages += itsPassages.size();
        itsMentions.forEach(mention -> mentions.merge(mention.type(), 1, Integer::sum));
        fingerprint.add(document);
    }

    /** A document is there no more. */
    synchronized void delete(Kept kept) {
        documents--;
        deleted++;
        passages -= kept.passages();
        kept.mentions().forEach((type, count) -> mentions.merge(type, -count, Integer::sum));
        fingerprint.remove(kept.id(), kept.digest());
    }

    /** One that was taken out and added is the same one, made anew. */
    synchronized void change() {
        added--;
        deleted--;
        changed++;
    }

    /** One that was added is one that was there under another id. */
    synchronized void move() {
        moved++;
    }

    /** How many are there no more, under no id. */
    synchronized int lost() {
        return deleted - moved;
    }

    synchronized int documents() {
        return documents;
    }

    synchronized int passages() {
        return passages;
    }

    synchronized Map<Mention.Type, Integer> mentions() {
        Map<Mention.Type, Integer> all = new EnumMap<>(Mention.Type.class);
        for (Mention.Type type : Mention.Type.values()) {
            all.put(type, mentions.getOrDefault(type, 0));
        }
        return all;
    }

    synchronized String fingerprint() {
        return fingerprint.value();
    }

    synchronized int added() {
        return added;
    }

    synchronized int changed() {
        return changed;
    }

    synchronized int deleted() {
        return deleted;
    }
}

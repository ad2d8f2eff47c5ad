package wherein.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CharsetGuessTest {

    private static final int LENGTH = 60;
    private static final int TIMES = 200;

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "windows-1252 | The café at the pier opens at six, and by seven its owner has told every sailor his résumé. “You should have seen the naïve young clerk,” he says – “he paid £5 for a crêpe.” Nobody believes the part about the façade.",
                "windows-1252 | Der alte Müller schließt die Tür und zählt die Säcke, die für morgen übrig sind. Draußen fährt ein Wagen über die Brücke, und die Gänse laufen schnatternd zum Fluss. Später wird es kühl, und er hört den Regen auf den Dächern.",
                "windows-1252 | Le vieux pêcheur répare ses filets près du château, où la mer a déjà gagné la moitié du jardin. Sa sœur prépare le café et prétend qu’elle a aperçu un phoque derrière la jetée. À midi, les élèves déjeunent sur la plage dorée.",
                "windows-1252 | El niño corrió hacia el muelle porque había oído la campana del último barco de la mañana. Su abuelo le enseñó el camión pequeño y después le contó cómo era el pueblo cuando él también soñaba. Mañana volverán con más pan y café.",
                "windows-1252 | La città è così tranquilla che si può sentire l’acqua sotto il ponte. Perché nessuno è più tornato al mulino, però, non lo sa neanche il sindaco. Lunedì qualcuno aprirà la porta e leggerà ciò che è scritto là sopra.",
                "windows-1252 | De vrouw heeft één koffer en twee zoons, van wie de oudste een beetje Frans leert in het café. Zij reëlecteren de voorzitter, hoewel de coëfficiënt van de opkomst laag is. De ideeën van België komen via de zeeën naar het noorden.",
                "windows-1252 | A avó não gostava do pão que o padeiro trazia aos sábados, porque já vinha frio. Então, às seis da manhã, ela própria acendia o forno e cantava uma canção sobre o rio. Os irmãos ouviam do portão e só depois pediam licença.",
                "windows-1250 | Stary młynarz zamknął drzwi i policzył worki, które zostały na jutro. Później usłyszał deszcz i pomyślał, że łąka nad rzeką znów będzie zalana, więc obudził synów. Najstarszy wziął łódź, a młodsi pobiegli ścieżką po świece.",
                "ISO-8859-2 | Stary młynarz zamknął drzwi i policzył worki, które zostały na jutro. Później usłyszał deszcz i pomyślał, że łąka nad rzeką znów będzie zalana, więc obudził synów. Najstarszy wziął łódź, a młodsi pobiegli ścieżką po świece.",
                "windows-1251 | Старый мельник закрыл дверь и пересчитал мешки, которые остались на завтра. Потом он услышал дождь и подумал, что луг у реки опять зальёт, поэтому разбудил сыновей. Старший взял лодку, а младшие побежали за свечами.",
                "KOI8-R | Старый мельник закрыл дверь и пересчитал мешки, которые остались на завтра. Потом он услышал дождь и подумал, что луг у реки опять зальёт, поэтому разбудил сыновей. Старший взял лодку, а младшие побежали за свечами.",
                "IBM866 | Старый мельник закрыл дверь и пересчитал мешки, которые остались на завтра. Потом он услышал дождь и подумал, что луг у реки опять зальёт, поэтому разбудил сыновей. Старший взял лодку, а младшие побежали за свечами.",
                "ISO-8859-5 | Старый мельник закрыл дверь и пересчитал мешки, которые остались на завтра. Потом он услышал дождь и подумал, что луг у реки опять зальёт, поэтому разбудил сыновей. Старший взял лодку, а младшие побежали за свечами.",
                "KOI8-U | Старий мірошник зачинив двері й полічив мішки, які лишилися на завтра. Потім він почув дощ і подумав, що лугу біля річки знову заллє, тож розбудив синів. Найстарший узяв човен, а молодші побігли стежкою по свічки.",
                "windows-1251 | Старий мірошник зачинив двері й полічив мішки, які лишилися на завтра. Потім він почув дощ і подумав, що лугу біля річки знову заллє, тож розбудив синів. Найстарший узяв човен, а молодші побігли стежкою по свічки."
            })
    void ofSixtyCharactersAtMostOneInAHundredIsReadInAnotherCharset(String name, String text) throws Exception {
        Charset charset = Charset.forName(name);
        CharsetEncoder encoder = charset.newEncoder();
        assertThat(encoder.canEncode(text)).isTrue();
        long seed = 15;
        Random random = new Random(seed);
        List<String> wrong = new ArrayList<>();
        for (int done = 0; done < TIMES; ) {
            int start = text.lastIndexOf(' ', random.nextInt(text.length() - LENGTH)) + 1;
            String run = text.substring(start, start + LENGTH);
            if (run.chars().anyMatch(c -> c > 0x7F)) {
                done++;
                String read = Encodings.decode(run.getBytes(charset)).text();
                if (!read.equals(run)) {
                    wrong.add(read);
                }
            }
        }
        assertThat(wrong).as("seed " + seed).hasSizeLessThanOrEqualTo(TIMES / 100);
    }
}

package wherein.recognise.country;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The forms were written out by hand. */
class RussianFormsTest {

    @ParameterizedTest
    @CsvSource({
        "Германия,Германии Германию Германией",
        "Украина,Украины Украине Украину Украиной",
        "Польша,Польши Польше Польшу Польшей",
        "Китай,Китая Китаю Китаем Китае",
        "Казахстан,Казахстана Казахстану Казахстаном Казахстане",
        "Чили,Чили",
        "Орёл,Орла Орлу Орлом Орле",
        "Елец,Ельца Ельцу Ельцом Ельце",
        "Тверь,Твери Тверью",
        "Ярославль,Ярославля Ярославлю Ярославлем Ярославле",
        "Иваново,Иванова Иванову Ивановом Иванове",
        "Грозный,Грозного Грозному Грозным Грозном",
        "Нидерланды*,Нидерландов Нидерландам Нидерландами Нидерландах",
        "Химки*,Химок Химкам Химками Химках",
        "Афины*,Афин Афинам Афинах",
        "Ростов-на-Дону,Ростова-на-Дону Ростовом-на-Дону",
    })
    void aNameHasItsCases(String name, String forms) {
        assertThat(RussianForms.name(name)).contains(forms.split(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "Новая Зеландия,Новой Зеландии;Новую Зеландию;Новой Зеландией",
        "Нижний Новгород,Нижнего Новгорода;Нижним Новгородом;Нижнем Новгороде",
        "Соединённые Штаты* =Америки,Соединённых Штатов Америки;Соединёнными Штатами Америки",
    })
    void theWordsOfANameDeclineTogether(String name, String forms) {
        assertThat(RussianForms.name(name)).contains(forms.split(";"));
    }

    @ParameterizedTest
    @CsvSource({
        "американец,американца американцы американцев американцам",
        "кореец,корейца корейцы корейцев",
        "россиянин,россиянина россияне россиян россиянам",
        "болгарин,болгарина болгары болгар",
        "грузин,грузина грузины грузин",
        "турок,турка турки турок туркам",
        "финн,финна финны финнов",
        "немка,немки немкой немок",
        "японка,японки японок японками",
        "латыш,латыша латыши латышей",
    })
    void aPeopleHasItsCasesInBothNumbers(String word, String forms) {
        assertThat(RussianForms.people(word)).contains(forms.split(" "));
    }

    @ParameterizedTest
    @CsvSource({"российский,российского российскую российские российских российскими"})
    void anAdjectiveHasItsGendersAndCases(String word, String forms) {
        assertThat(RussianForms.adjective(word)).contains(forms.split(" ")).hasSize(13);
    }

    @ParameterizedTest
    @CsvSource({"грузин,груз", "чех,чехол"})
    void noFormIsAnotherWord(String word, String other) {
        assertThat(RussianForms.people(word)).doesNotContain(other);
    }
}

#include "analyses/write_study/method_titles.hpp"

#include <algorithm>
#include <map>

namespace tarazy {
namespace {

const std::map<std::string, MethodTitle, std::less<>>& titles() {
    static const std::map<std::string, MethodTitle, std::less<>> all = {
        {"align.similarity",
         {"similarity", {"How alike the states act", "Мемлекеттердің ұқсастығы", "Сходство государств"}}},
        {"align.shares",
         {"shares", {"Balance among the poles", "Полюстер арасындағы тепе-теңдік", "Баланс между полюсами"}}},
        {"align.ideal-points",
         {"positions",
          {"Where the states stand: ideal points", "Мемлекеттердің орны: идеал нүктелер",
           "Где стоят государства: идеальные точки"}}},
        {"align.balance",
         {"balance",
          {"Balance over several domains", "Бірнеше сала бойынша тепе-теңдік", "Баланс по нескольким областям"}}},
        {"compare.minimise", {"comparison", {"Comparison of cases", "Жағдайларды салыстыру", "Сравнение случаев"}}},
        {"compare.robustness",
         {"codings",
          {"Does the comparison depend on the coding?", "Салыстыру кодтауға тәуелді ме?",
           "Зависит ли сравнение от кодирования?"}}},
        {"network.bridge",
         {"bridge", {"A bridge between the poles?", "Полюстер арасындағы көпір ме?", "Мост между полюсами?"}}},
        {"network.functions",
         {"functions", {"Functions of institutions", "Институттардың функциялары", "Функции институтов"}}},
        {"network.knockout",
         {"knockout",
          {"What would be lost without an institution?", "Институтсыз не жоғалар еді?",
           "Что было бы утрачено без института?"}}},
        {"network.regimes",
         {"regimes", {"Who joined what when", "Кім неге қашан қосылды", "Кто, когда и к чему присоединился"}}},
        {"simulate.ensemble", {"scenario", {"What if?", "Егер солай болса ше?", "Что, если?"}}},
        {"simulate.assure",
         {"assurance", {"What is an assurance worth?", "Кепілдіктің құны қандай?", "Чего стоит гарантия?"}}},
        {"simulate.forecast", {"forecast", {"The next years", "Алдағы жылдар", "Ближайшие годы"}}},
        {"simulate.bargain",
         {"bargaining", {"Where bargaining ends", "Келіссөз немен аяқталады", "Чем кончится торг"}}},
        {"simulate.hedge", {"hedging", {"A model of hedging", "Хеджирлеу моделі", "Модель хеджирования"}}},
        {"text.codes", {"speeches", {"What is spoken of", "Не туралы айтылады", "О чём говорится"}}},
        {"text.estimate",
         {"corrected_codes",
          {"Codes corrected by hand coding", "Қолмен кодтау арқылы түзетілген кодтар",
           "Коды с поправкой на ручное кодирование"}}},
        {"text.keyness",
         {"words",
          {"Words that set the state apart", "Мемлекетті ерекшелейтін сөздер", "Слова, отличающие государство"}}},
        {"text.concordance", {"lines", {"In which words", "Қандай сөздермен", "Какими словами"}}},
        {"trace.chronology", {"chronology", {"Chronology", "Хронология", "Хронология"}}},
        {"trace.changepoints", {"turning_points", {"Turning points", "Бетбұрыстар", "Переломы"}}},
        {"trace.graph", {"causal_graph", {"Causal graph", "Себептік граф", "Причинный граф"}}},
        {"trace.evidence",
         {"explanations", {"Rival explanations", "Бәсекелес түсіндірмелер", "Соперничающие объяснения"}}},
        {"trace.synth",
         {"synthetic_control",
          {"What would have been without the event?", "Оқиға болмаса не болар еді?",
           "Что было бы без этого события?"}}},
        {"trace.its",
         {"interruption",
          {"A break at the year of the event?", "Оқиға жылында үзіліс бар ма?", "Есть ли разрыв в год события?"}}},
        {"trace.contrast",
         {"contrast",
          {"Before and after, beside other states", "Бұрын және кейін, басқа мемлекеттермен қатар",
           "До и после, рядом с другими государствами"}}},
    };
    return all;
}

LocalText role_words(std::string_view role) {
    static const std::map<std::string, LocalText, std::less<>> words = {
        {"ties", {"alliances", "одақтар", "союзы"}},
        {"treaties", {"treaties", "шарттар", "договоры"}},
        {"panel", {"panel", "панель", "панель"}},
        {"indicators", {"indicators", "көрсеткіштер", "показатели"}},
    };
    const auto found = words.find(role);
    return found == words.end() ? LocalText{std::string(role), std::string(role), std::string(role)} : found->second;
}

}  // namespace

MethodTitle method_title(std::string_view method) {
    if (const auto found = titles().find(method); found != titles().end()) return found->second;
    std::string id(method.substr(method.find('.') + 1));
    std::ranges::replace(id, '-', '_');
    return {id, {id, id, id}};
}

MethodTitle method_title_of(std::string_view method, std::string_view role) {
    MethodTitle title = method_title(method);
    const LocalText words = role_words(role);
    title.id += '_';
    title.id += role;
    title.title.en += ": " + words.en;
    title.title.kk += ": " + words.kk;
    title.title.ru += ": " + words.ru;
    return title;
}

}  // namespace tarazy

#include "analyses/write_study/example_propositions.hpp"

#include "base/text_lists.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// As quantities name a window: "2005-2005" for one year, too.
std::string window_text(const Span& window) {
    return std::to_string(window.first) + '-' + std::to_string(window.last);
}

/// A record of ties, memberships or trade is a census: its numbers have no interval, so that no test of them has a
/// probability. Votes are a sample, and so is what is made of them.
std::string with_probability(const StartedAnalysis& analysis) {
    const auto reads = [&](const char* key) { return std::ranges::find(analysis.data, key) != analysis.data.end(); };
    const bool census =
        (analysis.method == "align.shares" && reads("ties")) || (analysis.method == "align.balance" && !reads("votes"));
    return census ? "" : " with probability 0.9";
}

/// Names stand behind a colon or in brackets: so they need no ending in any language.
LocalText with_names(const LocalText& sentence, const LocalText& names) {
    return {sentence.en + names.en + '.', sentence.kk + names.kk + '.', sentence.ru + names.ru + '.'};
}

LocalText both(const Pole& a, const Pole& b) {
    return {a.name.en + " and " + b.name.en, a.name.kk + " және " + b.name.kk, a.name.ru + " и " + b.name.ru};
}

const StartedAnalysis* by_method(const StudyDraft& draft, const std::vector<std::string>& methods) {
    for (const std::string& method : methods) {
        const auto found = std::ranges::find(draft.analyses, method, &StartedAnalysis::method);
        if (found != draft.analyses.end()) return &*found;
    }
    return nullptr;
}

ExampleProposition even_distance(const StudyOrder& order, const StartedAnalysis& analysis) {
    const Pole &first = order.poles[0], &second = order.poles[1];
    ExampleProposition example;
    example.text = with_names({"The state studied keeps an even distance to two poles: ",
                               "Зерттелетін мемлекет екі полюстен бірдей қашықтық сақтайды: ",
                               "Изучаемое государство держится на равном расстоянии от двух полюсов: "},
                              both(first, second));
    example.would_change = {"A lasting gap of more than a tenth between the two.",
                            "Екеуінің арасындағы оннан бірден асатын тұрақты алшақтық.",
                            "Устойчивый разрыв между ними более одной десятой."};
    example.tests.push_back({analysis.id,
                             "difference." + first.id + '-' + second.id + '.' + window_text(analysis.window),
                             "between -0.1 and 0.1" + with_probability(analysis),
                             {"It is nearer to one of the two by more than a tenth.",
                              "Ол екеуінің біріне оннан бірден астам айырмамен жақын.",
                              "К одному из двух оно ближе более чем на одну десятую."}});
    return example;
}

/// By the share and not by years, of which only some are known in all domains.
ExampleProposition no_majority(const StudyOrder& order, const StartedAnalysis& analysis) {
    const Pole& first = order.poles.front();
    ExampleProposition example;
    example.text = with_names({"Over all domains this pole does not outweigh all the others together: ",
                               "Барлық сала бойынша бұл полюстің үлесі қалғандарының қосындысынан аспайды: ",
                               "По всем областям доля этого полюса не больше, чем у всех остальных вместе: "},
                              first.name);
    example.would_change = {"A share of this pole of more than half.", "Бұл полюстің жартыдан асатын үлесі.",
                            "Доля этого полюса больше половины."};
    example.tests.push_back({analysis.id, "overall.mean_share." + first.id + '.' + window_text(analysis.window),
                             "<= 0.5" + with_probability(analysis), example.would_change});
    return example;
}

ExampleProposition near_the_last(const StudyOrder& order, const StartedAnalysis& analysis) {
    const Pole& pole = order.poles.back();
    constexpr std::size_t enough = 3;
    const bool relative = order.comparison.size() >= enough;
    const std::string window = window_text(analysis.window);
    const std::string domain = analysis.method == "align.balance" ? "overall." : "";
    ExampleProposition example;
    if (relative) {
        example.text = with_names({"The state studied gives this pole a larger share than most comparison states do: ",
                                   "Зерттелетін мемлекетте бұл полюстің үлесі салыстырылатын мемлекеттердің "
                                   "көбіндегіден үлкен: ",
                                   "У изучаемого государства доля этого полюса больше, чем у большинства государств "
                                   "сравнения: "},
                                  pole.name);
        example.would_change = {"A share below that of most comparison states.",
                                "Салыстырылатын мемлекеттердің көбіндегіден төмен үлес.",
                                "Доля ниже, чем у большинства государств сравнения."};
        example.tests.push_back({analysis.id, domain + "mean_share." + pole.id + '.' + window,
                                 "above the median of comparison" + with_probability(analysis), example.would_change});
        return example;
    }
    example.text = with_names({"Over the years the state studied has moved nearer to this pole: ",
                               "Жылдар өте келе зерттелетін мемлекет бұл полюске жақындай түсті: ",
                               "С годами изучаемое государство приблизилось к этому полюсу: "},
                              pole.name);
    example.would_change = {"A trend that is not above zero.", "Нөлден жоғары емес тренд.",
                            "Тренд, не превышающий нуля."};
    example.tests.push_back(
        {analysis.id,
         "trend." + pole.id + '.' + window,
         "> 0" + with_probability(analysis),
         {"It has moved away from this pole.", "Ол бұл полюстен алыстаған.", "Оно отдалилось от этого полюса."}});
    return example;
}

ExampleProposition necessary(const StartedAnalysis& analysis) {
    const LocalText condition = {analysis.subject, analysis.subject, analysis.subject};
    ExampleProposition example;
    example.text = with_names({"Without this condition the outcome does not come about: ",
                               "Бұл шартсыз нәтиже туындамайды: ", "Без этого условия исход не наступает: "},
                              condition);
    example.would_change = {"Several cases with the outcome that lack the condition.",
                            "Нәтижесі бар, бірақ шарты жоқ бірнеше жағдай.",
                            "Несколько случаев с этим исходом, но без этого условия."};
    example.tests.push_back({analysis.id, "necessity." + analysis.subject + ".incl", ">= 0.9", example.would_change});
    return example;
}

/// By the probability to have more bridges than a state of equal degree: half is what such a state has. A p above some
/// level would be no opposite, only no finding.
ExampleProposition a_bridge(const StartedAnalysis& analysis) {
    ExampleProposition example;
    example.text = {"The state studied joins the poles more than its number of memberships would lead to expect.",
                    "Зерттелетін мемлекет полюстерді мүшеліктерінің санына қарап күтілетіннен көбірек байланыстырады.",
                    "Изучаемое государство связывает полюсы больше, чем следовало бы ожидать по числу его членств."};
    example.would_change = {"As few bridges as states with as many memberships have.",
                            "Көпірлер саны мүшелігі сонша мемлекеттердегіден аспайды.",
                            "Мостов не больше, чем у государств с таким же числом членств."};
    example.tests.push_back({analysis.id,
                             "exceeds." + to_string(analysis.window),
                             "> 0.5 with probability 0.9",
                             {"It has no more bridges than most states with as many memberships.",
                              "Оның көпірлері мүшелігі сонша мемлекеттердің көбінікінен артық емес.",
                              "Мостов у него не больше, чем у большинства государств с таким же числом членств."}});
    return example;
}

ExampleProposition spoken_of(const StartedAnalysis& analysis) {
    const LocalText code = {analysis.subject, analysis.subject, analysis.subject};
    ExampleProposition example;
    example.text =
        with_names({"More than one sentence in twenty speaks of this: ", "Жиырма сөйлемнің бірінен көбі осы туралы: ",
                    "Более чем одно предложение из двадцати посвящено этому: "},
                   code);
    example.would_change = {"A share of a twentieth or less.", "Жиырмадан бір немесе одан аз үлес.",
                            "Доля в одну двадцатую или меньше."};
    example.tests.push_back({analysis.id, "share." + analysis.subject + '.' + to_string(analysis.window),
                             "> 0.05 with probability 0.9", example.would_change});
    return example;
}

ExampleProposition changed_more(const StartedAnalysis& analysis) {
    const LocalText indicator = {analysis.subject, analysis.subject, analysis.subject};
    ExampleProposition example;
    example.text = with_names({"This rose more in the state studied than in most comparison states: ",
                               "Зерттелетін мемлекетте бұл салыстырылатын мемлекеттердің көбіндегіден көбірек өсті: ",
                               "В изучаемом государстве это выросло больше, чем в большинстве государств сравнения: "},
                              indicator);
    example.would_change = {"A change no larger than in half of the comparison states.",
                            "Салыстырылатын мемлекеттердің жартысындағыдан аспайтын өзгеріс.",
                            "Изменение не больше, чем у половины государств сравнения."};
    example.tests.push_back(
        {analysis.id, "difference." + analysis.subject, "above the median of comparison", example.would_change});
    return example;
}

/// For studies with too few comparison states for a median.
ExampleProposition changed_more_than_others(const StartedAnalysis& analysis) {
    const LocalText indicator = {analysis.subject, analysis.subject, analysis.subject};
    ExampleProposition example;
    example.text = with_names({"This rose more in the state studied than in the other states on average: ",
                               "Зерттелетін мемлекетте бұл басқа мемлекеттердегі орташа өсімнен көбірек өсті: ",
                               "В изучаемом государстве это выросло больше, чем в среднем в других государствах: "},
                              indicator);
    example.would_change = {"A change no larger than the mean of the others.",
                            "Басқалардың орташасынан аспайтын өзгеріс.", "Изменение не больше среднего по остальным."};
    example.tests.push_back({analysis.id, "difference." + analysis.subject, "> 0", example.would_change});
    return example;
}

ExampleProposition untested() {
    return {"",
            {"Write here what your study is to judge.", "Зерттеуіңіз нені бағалайтынын осында жазыңыз.",
             "Напишите здесь, что должно оценить ваше исследование."},
            {"Write here what observation would speak against it.",
             "Қандай бақылау бұған қарсы айғақ болатынын осында жазыңыз.",
             "Напишите здесь, какое наблюдение говорило бы против этого."},
            {}};
}

}  // namespace

std::vector<ExampleProposition> example_propositions(const StudyOrder& order, const StudyDraft& draft) {
    constexpr std::size_t most = 2, for_a_median = 3;
    const bool enough_for_a_median = order.comparison.size() >= for_a_median;
    std::vector<ExampleProposition> examples;
    if (const auto* shares = by_method(draft, {"align.shares", "align.ideal-points", "align.balance"})) {
        const bool domains = shares->method == "align.balance";
        constexpr int for_a_trend = 3;
        const bool long_enough = shares->window.last - shares->window.first + 1 >= for_a_trend;
        examples.push_back(domains ? no_majority(order, *shares) : even_distance(order, *shares));
        const bool has_one = !domains || enough_for_a_median;  // of domains no trend is known
        if (has_one && long_enough) examples.push_back(near_the_last(order, *shares));
    }
    const auto add = [&](const char* method, ExampleProposition (*example)(const StartedAnalysis&)) {
        const StartedAnalysis* analysis = by_method(draft, {method});
        if (analysis != nullptr && examples.size() < most) examples.push_back(example(*analysis));
    };
    add("compare.minimise", necessary);
    add("network.bridge", a_bridge);
    add("text.codes", spoken_of);
    add("trace.contrast", enough_for_a_median ? changed_more : changed_more_than_others);
    if (examples.empty()) examples.push_back(untested());
    for (std::size_t i = 0; i < examples.size(); ++i) examples[i].id = "P" + std::to_string(i + 1);
    return examples;
}

}  // namespace tarazy

#include "report/multiverse_chapter.hpp"

#include "report/figure_frame.hpp"
#include "report/folded.hpp"
#include "report/multiverse_figures.hpp"
#include "report/multiverse_words.hpp"
#include "report/note_words.hpp"
#include "report/numbers.hpp"
#include "report/proposition_ledger.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>
#include <array>
#include <numeric>

namespace tarazy {
namespace {

Html proposition_link(const std::string& id) {
    return element("a", {{"href", "#" + html_id("proposition-", id)}}, text(id));
}

Html verdict_in_words(const ReportContext& context, std::string verdict) {
    std::ranges::replace(verdict, ' ', '_');
    return local(context.word("verdict.", verdict));
}

Html titled_table(const ReportContext& context, const char* key, const std::string& label, const Html& table) {
    return element("h3", {{"id", label}}, context.say(key)) + scrolled(label, table);
}

/// In how many universes each verdict is given.
Html table_of_verdicts(const ReportContext& context, const Table& table) {
    const std::vector<ToldVerdict> told = told_verdicts(context);
    static constexpr std::array<const char*, 5> verdicts = {"supported", "contradicted", "mixed", "silent",
                                                            "not_tested"};
    std::vector<HtmlColumn> columns = {
        {context.say("ledger.id"), false, [&](std::size_t row) { return proposition_link(told[row].proposition); }},
        {context.say("multiverse.as_it_stands"), false,
         [&](std::size_t row) { return verdict_in_words(context, told[row].as_it_stands); }},
        {context.say("multiverse.holds_in"), true,
         [&](std::size_t row) { return text(std::to_string(told[row].holds)); }}};
    for (std::size_t v = 0; v < verdicts.size(); ++v)
        columns.push_back({local(context.word("verdict.", verdicts[v])), true, [&told, v](std::size_t row) {
                               return text(told[row].counts[v] == 0 ? "–" : std::to_string(told[row].counts[v]));
                           }});
    columns.push_back({context.say("multiverse.universes"), true, [&](std::size_t row) {
                           return text(std::to_string(told[row].universes) + (told[row].all ? "" : " *"));
                       }});
    const Html sampled = std::ranges::any_of(told, [](const ToldVerdict& one) { return !one.all; })
                             ? element("p", {{"class", "quiet"}}, text("* ") + context.say("multiverse.sampled"))
                             : Html{};
    return titled_table(context, "multiverse.verdicts", "multiverse-verdicts",
                        html_table({}, columns, told.size(), rows_in(context, table))) +
           sampled;
}

/// The choices that move a verdict, the strongest of each proposition first.
Html table_of_moves(const ReportContext& context, const Table& moves) {
    std::vector<std::size_t> rows;
    for (std::size_t row = 0; row < moves.rows(); ++row)
        if (number_in(moves, "changes", row).value_or(0) > 0) rows.push_back(row);
    if (rows.empty()) return element("p", {}, context.say("multiverse.nothing_moves"));
    std::vector<std::string> order;
    for (std::size_t row = 0; row < moves.rows(); ++row) {
        const std::string id = text_in(moves, "proposition", row);
        if (std::ranges::find(order, id) == order.end()) order.push_back(id);
    }
    std::ranges::stable_sort(rows, [&](std::size_t a, std::size_t b) {
        const auto place = [&](std::size_t row) {
            return std::ranges::find(order, text_in(moves, "proposition", row)) - order.begin();
        };
        if (place(a) != place(b)) return place(a) < place(b);
        return number_in(moves, "total_order", a).value_or(0) > number_in(moves, "total_order", b).value_or(0);
    });
    const std::vector<HtmlColumn> columns = {
        {context.say("ledger.id"), false,
         [&](std::size_t row) { return proposition_link(text_in(moves, "proposition", row)); }},
        {context.say("multiverse.choice"), false,
         [&](std::size_t row) { return local(choice_name(context, text_in(moves, "choice", row))); }},
        {context.say("multiverse.total_order"), true,
         [&](std::size_t row) { return text(shown_number(number_in(moves, "total_order", row))); }},
        {context.say("multiverse.changes"), true, [&](std::size_t row) {
             return text(shown_number(100 * number_in(moves, "changes", row).value_or(0)) + " %");
         }}};
    return titled_table(context, "multiverse.moves", "multiverse-moves",
                        html_table({}, columns, rows, rows_in(context, moves))) +
           element("p", {{"class", "quiet"}}, context.say("multiverse.moves_means"));
}

/// The lowest, the highest and the study's own value of each tested number that moves.
Html table_of_curves(const ReportContext& context, const std::vector<CurveOfTest>& curves, const Table& table) {
    const auto number = [](const CurvePoint& point) { return text(shown_number(point.value)); };
    const std::vector<HtmlColumn> columns = {
        {context.say("multiverse.test"), false, [&](std::size_t row) { return local(curves[row].name); }},
        {context.say("multiverse.as_it_stands"), true,
         [&](std::size_t row) {
             for (const CurvePoint& point : curves[row].points)
                 if (point.own) return text(shown_number(point.value));
             return text("–");
         }},
        {context.say("readings.lowest"), true, [&](std::size_t row) { return number(curves[row].points.front()); }},
        {context.say("readings.highest"), true,
         [&](std::size_t row) {
             const CurvePoint* highest = &curves[row].points.front();
             for (const CurvePoint& point : curves[row].points)
                 if (point.value) highest = &point;
             return number(*highest);
         }},
        {context.say("multiverse.as_expected"), true, [&](std::size_t row) {
             std::int64_t passed = 0, all = 0;
             for (const CurvePoint& point : curves[row].points) {
                 all += point.universes;
                 passed += point.result == "passed" ? point.universes : 0;
             }
             return local(context.messages.say("multiverse.of", {{"part", passed}, {"whole", all}}));
         }}};
    ResultRows of_tests = rows_in(context, table);
    of_tests.behind = [&](std::size_t row) {
        std::vector<std::size_t> rows(curves[row].points.size());
        std::iota(rows.begin(), rows.end(), curves[row].first_row);
        return rows;
    };
    return html_table({}, columns, curves.size(), of_tests);
}

Html list_of_choices(const ReportContext& context) {
    Html entries;
    for (const StudyMultiverse::Choice& choice : context.result.multiverse->choices) {
        Html alternatives;
        for (const StudyMultiverse::Alternative& one : choice.alternatives)
            alternatives += element(
                "li", {},
                local(one.name) +
                    (&one == &choice.alternatives.front() ? text(" – ") + context.say("multiverse.own") : Html{}));
        entries += element("dt", {}, local(choice.name)) +
                   element("dd", {}, {element("p", {}, local(choice.reason)), element("ul", {}, alternatives)});
    }
    return element("h3", {}, context.say("multiverse.choices")) +
           foldable_entry(element("dl", {{"class", "choices"}}, entries));
}

Html computed_by(const ReportContext& context) {
    const StudyMultiverse& kept = *context.result.multiverse;
    Html notes;
    for (const std::string& note : kept.notes) notes += element("li", {}, local(note_words(context, note)));
    const Html all = notes.markup.empty()
                         ? Html{}
                         : element("details", {{"class", "notes"}},
                                   {element("summary", {}, context.say("chapter.notes")), element("ul", {}, notes)});
    return all + element("p", {{"class", "command"}},
                         {context.say("multiverse.made_by", {{"version", kept.version}}), Html{" "},
                          element("code", {}, text(kept.command))});
}

Html found_part(const ReportContext& context) {
    const StudyMultiverse& kept = *context.result.multiverse;
    if (!kept.stale.empty()) {
        return element("p", {{"class", "note"}},
                       {context.say("multiverse.unknown"), Html{" "}, local(note_words(context, kept.stale)),
                        text(". "), context.say("multiverse.run_it"), Html{" "},
                        element("code", {}, text("tarazy study multiverse " + context.result.folder + " --derive"))});
    }
    const Html left_out = alternatives_left_out(context);
    Html part = left_out.markup.empty() ? Html{} : element("p", {{"class", "note"}}, left_out);
    if (const Table* verdicts = find_table(kept.tables, "verdicts")) part += table_of_verdicts(context, *verdicts);
    const std::vector<CurveOfTest> curves = curves_of_tests(context);
    const Table* points = find_table(kept.tables, "curves");
    if (!curves.empty() && points != nullptr)
        part += figure_frame(context, {specification_curve_id, context.messages.say("figure.specification_curve.title"),
                                       context.messages.say("figure.specification_curve.description"),
                                       table_of_curves(context, curves, *points)});
    if (const Table* moves = find_table(kept.tables, "moves")) part += table_of_moves(context, *moves);
    return part + element("p", {{"class", "quiet"}}, context.say("multiverse.files"));
}

}  // namespace

Html multiverse_chapter(const ReportContext& context) {
    if (!context.result.multiverse) return {};
    const StudyMultiverse& kept = *context.result.multiverse;
    const bool known = kept.stale.empty();
    const auto choices = static_cast<std::int64_t>(kept.choices.size());
    const Html lead = known
                          ? context.say("multiverse.introduction",
                                        {{"choices", choices}, {"possible", static_cast<std::int64_t>(kept.possible)}})
                          : context.say("multiverse.introduction_unknown", {{"choices", choices}});
    return element("section", {{"id", "multiverse"}, {"class", "chapter"}, {"aria-labelledby", "multiverse-title"}},
                   {element("h2", {{"id", "multiverse-title"}}, context.say("multiverse.title")),
                    element("p", {{"class", "reading"}}, lead), found_part(context), list_of_choices(context),
                    known ? computed_by(context) : Html{}}) +
           Html{"\n"};
}

}  // namespace tarazy

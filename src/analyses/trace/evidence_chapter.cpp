#include "analyses/trace/evidence_chapter.hpp"

#include "analyses/trace/evidence_words.hpp"
#include "analyses/trace/ladder_still.hpp"
#include "report/figure_frame.hpp"
#include "report/numbers.hpp"
#include "report/still.hpp"
#include "report/table_html.hpp"
#include "study/result_tables.hpp"
#include "table/named_cells.hpp"

#include <algorithm>
#include <numeric>

namespace tarazy {
namespace {

constexpr std::size_t tornado_rows_shown = 8;

/// The tables of one analysis, found once.
struct EvidencePart {
    const ReportContext& context;
    const AnalysisResult& analysis;

    [[nodiscard]] const Table* table(std::string_view name) const { return find_table(analysis.tables, name); }
    [[nodiscard]] std::string label(const std::string& part) const {
        return html_id("evidence-" + part + '-', analysis.id);
    }
    [[nodiscard]] Html name(const std::string& hypothesis) const {
        return local(hypothesis_name(analysis, hypothesis));
    }
    [[nodiscard]] Html clue(const std::string& id) const { return local(clue_words(context, analysis, id)); }
    [[nodiscard]] ResultRows rows_of(const Table& of) const { return rows_in(context, of); }
    [[nodiscard]] Html head(const std::string& column) const { return context.say("evidence.column." + column); }
};

/// A number of a table with the range of two others below it.
Html ranged_number(const Table& table, std::size_t row, const std::string& value, const std::string& low,
                   const std::string& high) {
    const auto lowest = number_in(table, low, row), highest = number_in(table, high, row);
    const bool range = lowest && highest && *lowest < *highest;
    return text(shown_number(number_in(table, value, row))) +
           element("span", {{"class", "interval below"}},
                   text(range ? shown_interval(lowest, highest) : std::string()));
}

/// The row of the table whose cells in two columns are these texts.
std::optional<std::size_t> row_of_pair(const Table& table, const std::string& first, const std::string& a,
                                       const std::string& second, const std::string& b) {
    for (std::size_t row = 0; row < table.rows(); ++row)
        if (text_in(table, first, row) == a && text_in(table, second, row) == b) return row;
    return std::nullopt;
}

Html scoreboard_part(const EvidencePart& part) {
    const Table* board = part.table("scoreboard");
    if (board == nullptr) return {};
    const auto claim = [&](const std::string& quantity, std::size_t row) {
        return claim_cell(
            part.context.claim(part.analysis, {"", "", quantity, {text_in(*board, "hypothesis", row)}, ""}));
    };
    const std::vector<HtmlColumn> columns{
        {part.head("explanation"), false,
         [&](std::size_t row) { return part.name(text_in(*board, "hypothesis", row)); }},
        {part.head("prior"), true,
         [&](std::size_t row) { return ranged_number(*board, row, "prior", "prior_low", "prior_high"); }},
        {part.head("posterior"), true, [&](std::size_t row) { return claim("posterior", row); }},
        {part.head("bounds"), true,
         [&](std::size_t row) {
             return text(shown_number(number_in(*board, "posterior_low", row)) + " – " +
                         shown_number(number_in(*board, "posterior_high", row)));
         }},
        {part.head("leads"), true, [&](std::size_t row) { return claim("leads", row); }},
        {part.head("clues_for"), true, [&](std::size_t row) { return text((*board)["clues_for"].display(row)); }},
        {part.head("clues_against"), true, [&](std::size_t row) { return claim("clues_against", row); }},
        {part.head("to_reverse"), true,
         [&](std::size_t row) { return text(shown_number(number_in(*board, "decibels_to_reverse", row))); }}};
    std::vector<std::size_t> order(board->rows());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t row) { return number_in(*board, "rank", row).value_or(0); });
    const Messages& messages = part.context.messages;
    return figure_frame(part.context, {"scoreboard-" + part.analysis.id, messages.say("figure.scoreboard.title"),
                                       messages.say("figure.scoreboard.description"),
                                       html_table({}, columns, order, part.rows_of(*board)), true});
}

Html ladder_part(const EvidencePart& part) {
    const Table* ladder = part.table("ladder");
    if (ladder == nullptr) return {};
    const std::vector<HtmlColumn> columns{
        {part.head("clue"), false, [&](std::size_t row) { return part.clue(text_in(*ladder, "clue", row)); }},
        {part.head("weight"), true,
         [&](std::size_t row) { return ranged_number(*ladder, row, "weight_db", "weight_low", "weight_high"); }},
        {part.head("cumulative"), true,
         [&](std::size_t row) {
             return ranged_number(*ladder, row, "cumulative_db", "cumulative_low", "cumulative_high");
         }},
        {part.head("counting"), false, [&](std::size_t row) {
             return local(part.context.word("evidence.counting.", text_in(*ladder, "counting", row)));
         }}};
    const Messages& messages = part.context.messages;
    return figure_frame(
        part.context, {"evidence_ladder-" + part.analysis.id, messages.say("figure.evidence_ladder.title"),
                       messages.say("figure.evidence_ladder.description"),
                       html_table({}, columns, ladder->rows(), part.rows_of(*ladder)), false,
                       first_still(part.context, part.analysis, {"trace.evidence"}, "evidence_ladder", ladder_still)});
}

/// Each clue with its likelihood under each explanation.
Html clues_part(const EvidencePart& part) {
    const Table *clues = part.table("clues"), *judged = part.table("judgements"), *names = part.table("hypotheses");
    if (clues == nullptr || judged == nullptr || names == nullptr) return {};
    std::vector<HtmlColumn> columns{
        {part.head("clue"), false,
         [&](std::size_t row) {
             const std::string source = text_in(*clues, "source", row);
             return part.clue(text_in(*clues, "clue", row)) +
                    (source.empty() ? Html{}
                                    : Html{" "} + element("span", {{"class", "quiet"}},
                                                          text("(") + local(part.context.name(source)) + text(")")));
         }},
        {part.head("found"), false, [&](std::size_t row) {
             const std::string counting = text_in(*clues, "counting", row);
             const Html found = local(part.context.word("evidence.found.", text_in(*clues, "found", row)));
             if (counting == "counted" || counting == "not sought") return found;
             return found + Html{"; "} + local(part.context.word("evidence.counting.", counting));
         }}};
    for (std::size_t h = 0; h < names->rows(); ++h) {
        const std::string id = text_in(*names, "hypothesis", h);
        columns.push_back({part.name(id), true, [&, id](std::size_t row) {
                               const auto at =
                                   row_of_pair(*judged, "clue", text_in(*clues, "clue", row), "hypothesis", id);
                               return at ? ranged_number(*judged, *at, "likelihood", "low", "high") : text("–");
                           }});
        columns.back().from = {part.rows_of(*judged).file, [clues, judged, id](std::size_t row) {
                                   const auto at =
                                       row_of_pair(*judged, "clue", text_in(*clues, "clue", row), "hypothesis", id);
                                   return at ? std::vector{*at} : std::vector<std::size_t>{};
                               }};
    }
    return element("h3", {{"id", part.label("clues")}}, part.context.say("evidence.clues")) +
           element("p", {{"class", "quiet"}}, part.context.say("evidence.clues_note")) +
           scrolled(part.label("clues"), html_table({}, columns, clues->rows()));
}

/// Who judged what, and why: the priors, then every likelihood.
Html reasons_part(const EvidencePart& part) {
    const Table *judged = part.table("judgements"), *names = part.table("hypotheses");
    if (judged == nullptr || names == nullptr) return {};
    const auto why = [](const Table& table) {
        return [&table](std::size_t row) {
            const LocalText words = words_in_row(table, row, "why");
            return words.en.empty() ? text("–") : local(words);
        };
    };
    const std::vector<HtmlColumn> priors{
        {part.head("explanation"), false,
         [&](std::size_t row) { return part.name(text_in(*names, "hypothesis", row)); }},
        {part.head("says"), false, [&](std::size_t row) { return local(words_in_row(*names, row, "says")); }},
        {part.head("prior"), true,
         [&](std::size_t row) { return ranged_number(*names, row, "prior", "prior_low", "prior_high"); }},
        {part.head("judged_by"), false,
         [&](std::size_t row) { return local(part.context.name(text_in(*names, "judged_by", row))); }},
        {part.head("why"), false, why(*names)}};
    const std::vector<HtmlColumn> likelihoods{
        {part.head("clue"), false, [&](std::size_t row) { return part.clue(text_in(*judged, "clue", row)); }},
        {part.head("explanation"), false,
         [&](std::size_t row) { return part.name(text_in(*judged, "hypothesis", row)); }},
        {part.head("likelihood"), true,
         [&](std::size_t row) { return ranged_number(*judged, row, "likelihood", "low", "high"); }},
        {part.head("judged_by"), false,
         [&](std::size_t row) { return local(part.context.name(text_in(*judged, "judged_by", row))); }},
        {part.head("why"), false, why(*judged)}};
    const auto folded = [&](const std::string& label, const std::string& title, const Html& table) {
        return element("details", {{"class", "figure-table"}},
                       {element("summary", {{"id", part.label(label)}}, part.context.say(title)),
                        scrolled(part.label(label), table)});
    };
    return folded("priors", "evidence.priors", html_table({}, priors, names->rows(), part.rows_of(*names))) +
           folded("reasons", "evidence.reasons", html_table({}, likelihoods, judged->rows(), part.rows_of(*judged)));
}

Html tornado_part(const EvidencePart& part) {
    const Table *bars = part.table("tornado"), *board = part.table("scoreboard");
    if (bars == nullptr || board == nullptr || bars->rows() == 0) return {};
    std::string leader;
    for (std::size_t row = 0; row < board->rows(); ++row)
        if (number_in(*board, "rank", row) == 1) leader = text_in(*board, "hypothesis", row);
    const auto at_end = [&](const std::string& end) {
        return [&, end](std::size_t row) {
            const std::string then = text_in(*bars, "leader_at_" + end, row);
            return text(shown_number(number_in(*bars, "posterior_at_" + end, row))) +
                   (then == leader ? Html{} : Html{" "} + element("strong", {}, part.name(then)));
        };
    };
    const std::vector<HtmlColumn> columns{{part.head("number"), false,
                                           [&](std::size_t row) {
                                               const std::string clue = text_in(*bars, "clue", row);
                                               const Html name = part.name(text_in(*bars, "hypothesis", row));
                                               return clue.empty()
                                                          ? part.context.say("evidence.prior_of") + Html{" "} + name
                                                          : part.clue(clue) + text(" | ") + name;
                                           }},
                                          {part.head("range"), true,
                                           [&](std::size_t row) {
                                               return text(shown_number(number_in(*bars, "low", row)) + " – " +
                                                           shown_number(number_in(*bars, "high", row)));
                                           }},
                                          {part.head("at_low"), true, at_end("low")},
                                          {part.head("at_high"), true, at_end("high")}};
    return element("h3", {{"id", part.label("tornado")}}, part.context.say("evidence.tornado")) +
           element("p", {{"class", "quiet"}},
                   local(part.context.messages.say("evidence.tornado_note",
                                                   {{"leader", hypothesis_name(part.analysis, leader)}}))) +
           scrolled(part.label("tornado"),
                    html_table({}, columns, std::min(bars->rows(), tornado_rows_shown), part.rows_of(*bars)));
}

Html planner_part(const EvidencePart& part) {
    const Table* plans = part.table("planner");
    if (plans == nullptr || plans->rows() == 0) return {};
    const std::vector<HtmlColumn> columns{
        {part.head("clue"), false, [&](std::size_t row) { return part.clue(text_in(*plans, "clue", row)); }},
        {part.head("chance"), true,
         [&](std::size_t row) { return text(shown_number(number_in(*plans, "chance", row))); }},
        {part.head("expected_db"), true,
         [&](std::size_t row) {
             return ranged_number(*plans, row, "expected_db", "expected_db_q05", "expected_db_q95");
         }},
        {part.head("entropy"), true, [&](std::size_t row) {
             return ranged_number(*plans, row, "entropy_reduction", "entropy_q05", "entropy_q95");
         }}};
    return element("h3", {{"id", part.label("planner")}}, part.context.say("evidence.planner")) +
           element("p", {{"class", "quiet"}}, part.context.say("evidence.planner_note")) +
           scrolled(part.label("planner"), html_table({}, columns, plans->rows(), part.rows_of(*plans)));
}

}  // namespace

Html evidence_body(const ReportContext& context, const AnalysisResult& analysis) {
    const EvidencePart part{context, analysis};
    if (part.table("scoreboard") == nullptr) return element("p", {{"class", "quiet"}}, context.say("chapter.no_table"));
    return scoreboard_part(part) + ladder_part(part) + clues_part(part) + reasons_part(part) + tornado_part(part) +
           planner_part(part) + element("h3", {}, context.say("evidence.limits")) +
           element("p", {}, context.say("evidence.limits_text"));
}

std::optional<LocalText> evidence_quantity(const ReportContext& context, const ClaimParts& parts) {
    const std::string key = "evidence.quantity." + parts.quantity;
    if (!context.messages.knows(key)) return std::nullopt;
    MessageArguments arguments;
    if (!parts.about.empty()) arguments.emplace_back("name", hypothesis_name(context, parts.about[0]));
    if (parts.about.size() > 1) arguments.emplace_back("other", hypothesis_name(context, parts.about[1]));
    return context.messages.say(key, arguments);
}

}  // namespace tarazy

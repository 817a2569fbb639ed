#include "analyses/text/document_rows_used.hpp"

#include "analyses/text/document_choice.hpp"
#include "base/number_text.hpp"
#include "table/list_cells.hpp"
#include "table/named_cells.hpp"
#include "text/codes/group_documents.hpp"

#include <algorithm>
#include <set>
#include <string_view>
#include <utility>

namespace tarazy {
namespace {

/// "1992-2024" or "1992"; nothing for anything else.
std::optional<std::pair<int, int>> window_years(const std::string& time) {
    const std::size_t dash = time.find('-');
    const auto first = parse_integer(time.substr(0, dash));
    const auto last = dash == std::string::npos ? first : parse_integer(time.substr(dash + 1));
    if (!first || !last) return std::nullopt;
    return std::pair(static_cast<int>(*first), static_cast<int>(*last));
}

bool in_window(const std::optional<std::pair<int, int>>& window, int year) {
    return !window || (year >= window->first && year <= window->second);
}

RowCondition of_the_years(const std::string& time) {
    RowCondition condition;
    condition.columns = {"year"};
    if (const auto window = window_years(time)) {
        condition.least = window->first;
        condition.most = window->second;
    }
    return condition;
}

/// Is the number one of the state alone, or are the documents of the comparison states read as well?
std::vector<std::string> groups_read(const AnalysisPlan& plan, const Claim& claim) {
    const std::string_view quantity = claim.parts.quantity;
    const std::string state = claim.parts.state.empty() ? plan.frame.focus : claim.parts.state;
    const bool of_words = claim.method == "text keyness";
    const bool alone = !quantity.starts_with("standing_of_") && !quantity.starts_with("rank_of_") &&
                       (!of_words || quantity == "documents" || quantity == "words");
    if (alone) return {state};
    std::vector<std::string> groups = focus_and_comparison(plan);
    if (quantity == "documents_compared") std::erase(groups, plan.frame.focus);
    return groups;
}

/// The lists of codes in a cell of the sentences: "peace;memory".
bool cell_holds(const Table& table, std::size_t row, const std::string& code) {
    const std::vector<std::string> codes = list_items(text_in(table, "codes", row));
    return std::ranges::find(codes, code) != codes.end();
}

/// Cells of the sentences' table that hold one of the codes.
RowsUsed sentences_with(const AnalysisResult& analysis, const Claim& claim) {
    const auto found = std::ranges::find(analysis.tables, "sentences", &ResultTable::name);
    std::set<std::string> cells;
    for (std::size_t row = 0; found != analysis.tables.end() && row < found->table.rows(); ++row)
        if (cell_holds(found->table, row, claim.parts.about.front())) cells.insert(text_in(found->table, "codes", row));
    RowCondition with;
    with.columns = {"codes"};
    with.values.assign(cells.begin(), cells.end());
    if (with.values.empty()) with.values = {claim.parts.about.front()};
    return rows_of_result("sentences", {of_the_years(claim.parts.time), with},
                          "sentences of the state with the code '" + claim.parts.about.front() + "'");
}

}  // namespace

std::vector<RowsUsed> coded_rows_used(const StudyResult& /*result*/, const AnalysisResult& analysis,
                                      const Claim& claim) {
    std::vector<RowsUsed> rows;
    if (claim.parts.state.empty() && !claim.parts.about.empty()) {
        if (analysis.method == "text.codes") rows.push_back(sentences_with(analysis, claim));
        if (analysis.method == "text.concordance") {
            RowCondition code, window;
            code.columns = {"code"};
            code.values = {claim.parts.about.front()};
            window.columns = {"window"};
            window.values = {claim.parts.time};
            rows.push_back(rows_of_result("lines", {code, window}, "places found, as many as the analysis keeps"));
        }
    }
    rows.push_back(rows_of_input("documents", "of the states and years of the number, all their sentences", "state"));
    RowsUsed book = rows_of_input("codebook", "entries of the codes");
    RowCondition codes;
    codes.columns = {"code"};
    codes.values = claim.parts.about;
    // The rank of a code is taken among all.
    if (!claim.parts.about.empty() && claim.parts.quantity != "rank_with" && claim.parts.quantity != "years_first")
        book.where.push_back(codes);
    rows.push_back(book);
    return rows;
}

std::vector<RowsUsed> word_rows_used(const StudyResult& /*result*/, const AnalysisResult& /*analysis*/,
                                     const Claim& /*claim*/) {
    return {rows_of_input("documents", "of the states and years of the number, all their words", "state")};
}

RowsByRole document_rows_entered(const RowsQuestion& question) {
    const auto documents = question.data.find("documents");
    if (documents == question.data.end()) return {};
    std::vector<std::string> notes;
    const GroupChoice choice = document_choice(question.plan, groups_read(question.plan, question.claim));
    const auto window = window_years(question.claim.parts.time);
    RowsByRole rows;
    rows["documents"] = {};
    for (const GroupDocument& document : group_documents(*documents->second, choice, notes))
        if (in_window(window, document.year)) rows["documents"].push_back(document.row);
    std::ranges::sort(rows["documents"]);
    return rows;
}

std::vector<RowsUsed> estimate_rows_used(const StudyResult& result, const AnalysisResult& /*analysis*/,
                                         const Claim& claim) {
    RowsUsed coded = rows_of_input("coded_sentences", "sentences of the state, as the dictionary coded them");
    RowCondition of_state;
    of_state.columns = {"group"};
    of_state.values = {result.focus};
    coded.where = {of_state, of_the_years(claim.parts.time)};
    RowsUsed by_hand = rows_of_input("hand_codes", "sentences of these that people coded");
    return {coded, by_hand};
}

RowsByRole estimate_rows_entered(const RowsQuestion& question) {
    const auto coded = question.data.find("coded_sentences"), hand = question.data.find("hand_codes");
    if (coded == question.data.end() || hand == question.data.end()) return {};
    const bool machine_alone = question.claim.parts.quantity == "machine";
    // Precision and recall describe the sample; the share in a period borrows its weight from all years.
    const std::string& quantity = question.claim.parts.quantity;
    const bool sample_alone = quantity == "precision" || quantity == "recall";
    const auto window = window_years(question.claim.parts.time);
    std::set<std::pair<std::string, std::string>> hand_coded, read;
    const auto key = [](const Table& table, std::size_t row) {
        return std::pair(text_in(table, "doc_id", row), table["sentence"].display(row));
    };
    for (std::size_t row = 0; row < hand->second->rows(); ++row) hand_coded.insert(key(*hand->second, row));
    RowsByRole rows = {{"coded_sentences", {}}, {"hand_codes", {}}};
    for (std::size_t row = 0; row < coded->second->rows(); ++row) {
        if (text_in(*coded->second, "group", row) != question.plan.frame.focus) continue;
        const auto year = static_cast<int>(number_in(*coded->second, "year", row).value_or(0));
        if (quantity != "share_in_period" && !in_window(window, year)) continue;
        const auto sentence = key(*coded->second, row);
        read.insert(sentence);
        if (!sample_alone || hand_coded.contains(sentence)) rows["coded_sentences"].push_back(row);
    }
    for (std::size_t row = 0; !machine_alone && row < hand->second->rows(); ++row)
        if (read.contains(key(*hand->second, row))) rows["hand_codes"].push_back(row);
    return rows;
}

}  // namespace tarazy

// Every number of a chapter's tables is a claim or stands in the row of a result file that the table names.

#include "analyses/all_methods.hpp"
#include "analyses/every_method_test.hpp"
#include "base/text_lists.hpp"
#include "report/folded.hpp"
#include "report/numbers.hpp"
#include "report/readings_part.hpp"
#include "report/report_context.hpp"
#include "study/result_tables.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {
namespace chapter_numbers_test {

using Texts = std::vector<std::string>;

/// What lies between each opening and the end that follows it; the opening is kept.
Texts pieces_between(std::string_view markup, std::string_view opening, std::string_view end) {
    Texts pieces;
    for (std::size_t at = markup.find(opening); at != std::string_view::npos; at = markup.find(opening, at)) {
        const std::size_t stop = std::min(markup.find(end, at), markup.size());
        pieces.emplace_back(markup.substr(at, stop - at));
        at = stop;
    }
    return pieces;
}

/// The markup with what lies from each opening to its end left out.
std::string left_out(std::string markup, std::string_view opening, std::string_view end) {
    for (std::size_t at = markup.find(opening); at != std::string::npos; at = markup.find(opening, at))
        markup.replace(at, std::min(markup.find(end, at) + end.size(), markup.size()) - at, " ");
    return markup;
}

Texts words_of(const std::string& cell) {
    // Words of the data, in their language, are no numbers of the chapter.
    const std::string plain =
        left_out(left_out(left_out(left_out(cell, "<a class=\"claim\"", "</a>"), "<span class=\"interval", "</span>"),
                          "<span lang=", "</span>"),
                 "<", ">");
    Texts words;
    for (const std::string& word : split(plain, ' '))
        if (!word.empty()) words.push_back(word);
    return words;
}

bool is_number(std::string word) {
    if (word.starts_with("−")) word.erase(0, std::string_view("−").size());
    if (word.starts_with("+") || word.starts_with("-")) word.erase(0, 1);
    return !word.empty() && std::isdigit(static_cast<unsigned char>(word.front())) != 0 &&
           word.find_first_not_of("0123456789.") == std::string::npos && word.back() != '.';
}

std::set<std::string> words_in(const std::string& cell) {
    const Texts words = split(cell, ' ');
    return {words.begin(), words.end()};
}

/// What stands in these rows of a result table (the head is row 1), as a report may show it; and how many rows.
std::set<std::string> shown_cells(const Table& table, const std::vector<std::size_t>& rows) {
    std::set<std::string> shown{std::to_string(rows.size())};
    for (const Column& column : table.columns) {
        for (const std::size_t row : rows) {
            if (row < 2 || row - 2 >= column.size() || column.missing(row - 2)) continue;
            shown.insert(column.display(row - 2));
            if (column.type() == ColumnType::text) shown.merge(words_in(column.display(row - 2)));  // "2015 2016"
            if (column.type() != ColumnType::text) shown.insert(shown_number(column.real(row - 2)));
        }
    }
    return shown;
}

/// The lists in "2-4, 20", one a row shown, or in "2-4, 20 | 7".
std::vector<std::vector<std::size_t>> lists_of_rows(const std::string& told) {
    std::vector<std::vector<std::size_t>> lists;
    const bool bars = told.find(" | ") != std::string::npos;
    for (const std::string& list : split(told, '|')) {
        lists.emplace_back();
        for (std::string run : split(list, ',')) {
            run = std::string(trimmed(run));
            if (run.empty() || run == "–") continue;
            const std::size_t first = std::stoul(run), dash = run.find('-');
            const std::size_t last = dash == std::string::npos ? first : std::stoul(run.substr(dash + 1));
            for (std::size_t row = first; row <= last; ++row) {
                if (!bars && !lists.back().empty()) lists.emplace_back();
                lists.back().push_back(row);
            }
        }
    }
    return lists;
}

/// What stands behind each row of a table of a chapter, by its attribute `data-rows`.
std::vector<std::set<std::string>> cells_behind(const AnalysisResult& analysis, const std::string& told) {
    std::vector<std::set<std::string>> behind;
    for (std::string source : split(told, ';')) {
        source = std::string(trimmed(source));
        if (source.empty()) continue;
        const std::size_t blank = source.find(' ');
        const auto named = std::ranges::find_if(analysis.tables, [&](const ResultTable& table) {
            return result_file(analysis.id, table.name) == source.substr(0, blank);
        });
        EXPECT_NE(named, analysis.tables.end()) << source;
        if (named == analysis.tables.end()) continue;
        const auto lists = lists_of_rows(source.substr(blank + 1));
        if (behind.size() < lists.size()) behind.resize(lists.size());
        for (std::size_t row = 0; row < lists.size(); ++row) behind[row].merge(shown_cells(named->table, lists[row]));
    }
    return behind;
}

std::string attribute_of(const std::string& table) {
    static constexpr std::string_view opening = "<table data-rows=\"";
    if (!table.starts_with(opening)) return {};
    return table.substr(opening.size(), table.find('"', opening.size()) - opening.size());
}

/// Numbers in the cells of a chapter's tables that are neither claims nor in the rows of the result files that the
/// table names. What names the row, such as its year, is no result where the row has claims.
Texts unfounded_numbers(const AnalysisResult& analysis, const std::string& markup) {
    Texts unfounded;
    for (const std::string& table : pieces_between(markup, "<table", "</table>")) {
        const std::string told = attribute_of(table);
        const auto behind = cells_behind(analysis, told);
        std::size_t place = 0;
        for (const std::string& row : pieces_between(table.substr(table.find("<tbody>")), "<tr>", "</tr>")) {
            const std::set<std::string> known = place < behind.size() ? behind[place] : std::set<std::string>{};
            ++place;
            const bool has_claims = row.find("<a class=\"claim\"") != std::string::npos;
            for (const std::string& cell : pieces_between(row, "<td", "</td>")) {
                if (has_claims && !cell.starts_with("<td class=\"number\"")) continue;
                for (const std::string& word : words_of(cell))
                    if (is_number(word) && !known.contains(word)) unfounded.push_back(told + ": " + word);
            }
        }
    }
    return unfounded;
}

TEST(ChapterNumbers, AreClaimsOrStandInTheRowOfAResultFileThatTheirTableNames) {
    const ReportContext context(every_method_result(), all_chapters());
    for (const AnalysisResult& analysis : every_method_result().analyses) {
        const Chapter* chapter = context.chapter_of(analysis);
        if (chapter == nullptr || chapter->body == nullptr) continue;
        const std::string body = whole_page(chapter->body(context, analysis).markup);
        EXPECT_FALSE(body.empty()) << analysis.id;
        EXPECT_EQ(unfounded_numbers(analysis, body), Texts{}) << analysis.id;
        const std::string readings = whole_page(readings_part(context, analysis).markup);
        EXPECT_EQ(unfounded_numbers(analysis, readings), Texts{}) << analysis.id;
    }
}

TEST(ChapterNumbers, FromNowhereAreFound) {
    AnalysisResult analysis;
    analysis.id = "x";
    Table table;
    table.add("n", Column(std::vector<double>{0.25, 0.5}));
    analysis.tables = {{"", table}};
    const auto page = [](const std::string& rows, const std::string& cells) {
        return "<table" + (rows.empty() ? "" : " data-rows=\"" + rows + '"') + "><tbody><tr>" + cells +
               "</tr></tbody></table>";
    };
    const std::string claim = "<td><a class=\"claim\" href=\"#\">7</a></td>", cell = "<td class=\"number\">0.250</td>";
    EXPECT_EQ(unfounded_numbers(analysis, page("x.csv 2", cell + claim)), Texts{});
    EXPECT_EQ(unfounded_numbers(analysis, page("x.csv 2-3 | –", cell)), Texts{});
    EXPECT_EQ(unfounded_numbers(analysis, page("x.csv 3", cell)), Texts{"x.csv 3: 0.250"});
    EXPECT_EQ(unfounded_numbers(analysis, page("", cell + claim)), Texts{": 0.250"});
    EXPECT_EQ(unfounded_numbers(analysis, page("", "<td>1992</td>" + claim)), Texts{});  // which row it is
    EXPECT_EQ(unfounded_numbers(analysis, page("", "<td>1992</td>")), Texts{": 1992"});
}

}  // namespace chapter_numbers_test
}  // namespace tarazy

#include "text/scaling/semantic_groups.hpp"

#include "base/error.hpp"
#include "base/number_text.hpp"
#include "stats/student.hpp"
#include "text/counts/trends.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

namespace tarazy {
namespace {

constexpr double no_such_number = std::numeric_limits<double>::quiet_NaN();

}  // namespace

SemanticGroups semantic_groups(const SemanticScaling& scaling, const std::vector<std::vector<std::string>>& at,
                               double level) {
    SemanticGroups found;
    std::map<std::vector<std::string>, std::vector<std::size_t>, YearOrder> members;
    for (std::size_t document = 0; document < scaling.documents.size(); ++document) {
        if (!scaling.documents[document].fit || std::ranges::any_of(at[document], &std::string::empty))
            ++found.left_out;
        else
            members[at[document]].push_back(document);
    }
    if (members.empty())
        throw InputError({"", 0, 0, "no document has words and a group", "give documents with a cell in each column"});
    for (const auto& [cells, documents] : members) {
        SemanticGroup& group = found.groups.emplace_back();
        group.at = cells;
        group.documents = documents.size();
        double sum = 0, squares = 0;
        // Fits are means over words, on the scale that is reported.
        for (const std::size_t d : documents) {
            group.tokens += scaling.documents[d].tokens;
            sum += *scaling.documents[d].fit * scaling.documents[d].tokens;
        }
        group.fit = sum / group.tokens;
        if (documents.size() < 2) continue;
        for (const std::size_t d : documents)
            squares += std::pow((*scaling.documents[d].fit - group.fit) * scaling.documents[d].tokens, 2);
        const auto n = static_cast<double>(documents.size());
        group.se = std::sqrt(squares * n / (n - 1)) / group.tokens;
        const double reach = student_quantile((1 + level) / 2, n - 1) * *group.se;
        group.lower = group.fit - reach;
        group.upper = group.fit + reach;
    }
    return found;
}

Table semantic_group_table(const SemanticGroups& found, const std::vector<std::string>& by) {
    Table table;
    for (std::size_t k = 0; k < by.size(); ++k) {
        std::vector<std::string> texts;
        std::vector<std::int64_t> numbers;
        for (const SemanticGroup& group : found.groups) {
            texts.push_back(group.at[k]);
            if (const std::optional<std::int64_t> number = parse_integer(group.at[k])) numbers.push_back(*number);
        }
        table.add(by[k], numbers.size() == texts.size() ? Column(std::move(numbers)) : Column(texts));
    }
    const auto real = [&](const char* name, auto of) {
        std::vector<double> cells;
        for (const SemanticGroup& group : found.groups) cells.push_back(of(group));
        table.add(name, Column(std::move(cells)));
    };
    real("fit", [](const SemanticGroup& group) { return group.fit; });
    real("se", [](const SemanticGroup& group) { return group.se.value_or(no_such_number); });
    real("lwr", [](const SemanticGroup& group) { return group.lower.value_or(no_such_number); });
    real("upr", [](const SemanticGroup& group) { return group.upper.value_or(no_such_number); });
    std::vector<std::int64_t> documents;
    for (const SemanticGroup& group : found.groups) documents.push_back(static_cast<std::int64_t>(group.documents));
    table.add("documents", Column(std::move(documents)));
    real("tokens", [](const SemanticGroup& group) { return group.tokens; });
    return table;
}

}  // namespace tarazy

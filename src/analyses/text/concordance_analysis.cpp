#include "analyses/text/concordance_analysis.hpp"

#include "analyses/text/document_choice.hpp"
#include "analyses/text/text_claim.hpp"
#include "base/error.hpp"
#include "base/text_lists.hpp"
#include "study/claim_cells.hpp"
#include "study/result_tables.hpp"
#include "text/codes/code_lines.hpp"

#include <algorithm>

namespace tarazy {
namespace {

/// The codes asked for, all of the codebook if none is, and each pattern as a code of its own.
Codebook asked_codebook(const AnalysisPlan& plan, const RoleTables& data) {
    Codebook book;
    if (const auto table = data.find("codebook"); table != data.end()) {
        book = codebook_of_table(*table->second);
        const std::vector<std::string> codes = listed(plan.parameters.get<std::string>("codes"), ',');
        if (!codes.empty()) book = chosen_codes(book, codes);
    }
    Diagnostics problems;
    for (const std::string& pattern : listed(plan.parameters.get<std::string>("patterns"), ','))
        add_code_entry(book, pattern, pattern, {}, problems);
    problems.throw_if_any();
    if (book.codes.empty())
        throw InputError(Problem{"", 0, 0, "analysis '" + plan.id + "' looks for nothing",
                                 "name patterns = \"peace*, test site\", or data with a codebook"});
    return book;
}

std::vector<ResultTable> compute_concordance(const AnalysisPlan& plan, const RoleTables& data) {
    CodeLineOptions options;
    options.windows = text_window_years(plan);
    options.language = plan.parameters.get<std::string>("language");
    options.context = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("context"));
    options.most_lines = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("most_lines"));
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    const GroupChoice choice = document_choice(plan, {plan.frame.focus});
    CodeLines found = code_lines(*data.at("documents"), choice, asked_codebook(plan, data), options);
    std::vector<ResultTable> result;
    result.push_back({"", std::move(found.counts)});
    result.push_back({lines_table, std::move(found.lines)});
    result.push_back({"notes", notes_table(found.notes)});
    return result;
}

constexpr TextQuantity concordance_quantities_all[] = {
    {"finds", "finds", "finds", "places that the patterns find, the longest first and none twice", "counting",
     "it is counted"},
    {"in_documents", "documents", "documents", "documents with a find", "counting", "it is counted"},
};

std::vector<Claim> concordance_claims(const AnalysisPlan& plan, const std::vector<ResultTable>& tables) {
    std::vector<Claim> claims;
    const Table* counts = find_table(tables, "");
    for (std::size_t row = 0; counts != nullptr && row < counts->rows(); ++row) {
        const std::string code = text_in(*counts, "code", row), window = text_in(*counts, "window", row);
        for (const TextQuantity& quantity : concordance_quantities_all) {
            Claim claim =
                text_claim(plan, "text kwic", quantity, code, window, number_in(*counts, quantity.column, row));
            claim.inputs = uses(plan, (*counts)["of_documents"].display(row) + " documents of " + plan.frame.focus +
                                          ", " + window + ", " + (*counts)["words"].display(row) + " words");
            claims.push_back(std::move(claim));
        }
    }
    return claims;
}

std::vector<QuantityForm> concordance_quantities(const AnalysisPlan& plan) {
    std::vector<QuantityForm> forms;
    for (const Span& window : text_windows(plan))
        for (const TextQuantity& quantity : concordance_quantities_all)
            forms.push_back({std::string(quantity.name) + ".<code>." + to_string(window), false, to_string(window)});
    return forms;
}

}  // namespace

Method concordance_method() {
    Method method;
    method.id = "text.concordance";
    method.reads_poles = false;
    method.reads = {{{"documents"}, {"codebook", false}}};
    method.parameters = {
        windows_rule("periods to look through (default: the study's years)"),
        {"patterns", ParameterKind::text, "", 0, 0, {}, "words, globs and phrases: peace*, test site"},
        {"codes", ParameterKind::text, "", 0, 0, {}, "codes of the codebook (default: all)"},
        {"context", ParameterKind::integer, "8", 0, 100, {}, "words and marks on either side"},
        {"most_lines", ParameterKind::integer, "10", 1, 1000, {}, "lines of each code and period, drawn at random"},
        group_rule(),
        language_rule(true),
    };
    method.needs_focus = true;
    method.compute = compute_concordance;
    method.claims = concordance_claims;
    method.quantities = concordance_quantities;
    method.is_finding = [](const AnalysisPlan&, const Claim& claim) { return claim.value.value_or(0) > 0; };
    method.why_empty = [](const AnalysisPlan& plan, const RoleTables&) -> std::string {
        return "nothing of what is looked for stands in the documents of " + plan.frame.focus;
    };
    return method;
}

}  // namespace tarazy

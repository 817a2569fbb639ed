#pragma once

#include "cli/study/explain_rows.hpp"
#include "ledger/ledger.hpp"
#include "report/report_context.hpp"
#include "study/study_result.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Says what is behind numbers in one language, as far as the report has words for it. Names of states, poles and codes
/// are those of the study. Ids, formulas, parameters, sources of formulas, which rows of an input were used, and what
/// stands in files stay as they are.
class ExplainWords {
public:
    /// @param folder  of the results, in which results/study.json tells the names; without it codes stay
    ExplainWords(std::string language, const std::string& folder);
    ExplainWords(const ExplainWords&) = delete;
    ExplainWords& operator=(const ExplainWords&) = delete;

    /// The message `explain.<key>`.
    [[nodiscard]] std::string say(std::string_view key, const MessageArguments& arguments = {}) const;
    /// What the quantity measures; its name where no message says it (a claim of a method that this program lacks).
    [[nodiscard]] std::string measures(const Claim& claim) const;

    /// Of whom a claim speaks, what it states, its unit, what its interval is or why it has none. In English as it is.
    void put(Claim& claim) const;
    /// What the rows are, or why there are none.
    void put(ExplainedRows& rows) const;
    /// Names of sources, and what was assumed of inputs.
    void put(LedgerContent& content) const;

private:
    void put(std::string& text, const LocalText& words) const { text = in_language(words, language_); }
    void put_verdict(Claim& claim) const;

    const std::string language_;
    const StudyResult result_;
    const ReportContext context_;
};

/// Of the claims those that the tests of a proposition look at; none when there is no such proposition.
[[nodiscard]] std::vector<Claim> claims_of_proposition(const std::string& folder, const std::vector<Claim>& claims,
                                                       const std::string& id);

}  // namespace tarazy

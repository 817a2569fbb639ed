#include "analyses/compare/comparison_claim_list.hpp"

#include "analyses/compare/comparison_plan.hpp"
#include "ledger/claim_id.hpp"
#include "study/claim_cells.hpp"

#include <map>

namespace tarazy {
namespace {

struct Wording {
    const char* unit;
    const char* formula;
    const char* source;
};

const std::map<std::string, Wording>& wordings() {
    static const std::map<std::string, Wording> texts = {
        {"count", {"cases", "number of rows of the table of cases that are used", "counting"}},
        {"rows", {"rows", "number of configurations that some case has", "Ragin 1987"}},
        {"models", {"models", "number of models of the solution", "Ragin 1987; covers after Petrick 1956"}},
        {"incl", {"share", "inclS = sum min(x, y) / sum x", "Ragin 2006, eq. 1"}},
        {"PRI",
         {"share", "(sum min(x, y) - sum min(x, y, 1 - y)) / (sum x - sum min(x, y, 1 - y))",
          "Schneider and Wagemann 2012"}},
        {"cov", {"share", "covS = sum min(x, y) / sum y", "Ragin 2006, eq. 2"}},
        {"covU", {"share", "coverage of the outcome by this term and no other of the model", "Ragin 2006"}},
        {"inclN", {"share", "inclN = sum min(x, y) / sum y", "Ragin 2006"}},
        {"RoN", {"share", "sum (1 - x) / sum (1 - min(x, y))", "Schneider and Wagemann 2012, ch. 9"}},
        {"covN", {"share", "covN = sum min(x, y) / sum x", "Goertz 2006"}},
        {"focus_shared",
         {"share",
          "largest number of cases with the outcome that one term over this case covers / number of cases with the "
          "outcome; the least among the models",
          "this program"}},
        {"focus_alone",
         {"share", "share of the models in which some term covers this case and no other case with the outcome",
          "this program"}},
        {"focus_rank",
         {"share", "share of the other cases with the outcome that have a lower membership in the condition",
          "this program"}},
    };
    return texts;
}

/// Without a place in the result a number is a count, as those of a chronology are.
std::string id_of(const std::string& analysis, const ClaimParts& parts) {
    return parts.domain.empty() ? series_claim_id(analysis, parts) : comparison_claim_id(analysis, parts);
}

}  // namespace

ComparisonClaimList::ComparisonClaimList(const AnalysisPlan& plan, const std::set<std::string>* wanted)
    : plan_(plan), wanted_(wanted), command_("tarazy compare minimise" + comparison_command(plan)) {}

void ComparisonClaimList::go_on_with(const std::string& state, const std::set<std::string>& wanted) {
    state_ = state;
    wanted_ = &wanted;
}

bool ComparisonClaimList::wants(const Place& place, const std::string& name) const {
    return wanted_ == nullptr || wanted_->contains(id_of("", {"", place.domain, name, place.about, ""}).substr(1));
}

Claim& ComparisonClaimList::add(const Place& place, const std::string& name, const std::string& wording,
                                const std::string& subject, std::optional<double> value, const std::string& rows) {
    if (!wants(place, name)) return unwanted_;
    ClaimParts parts{state_, place.domain, name, place.about, ""};
    const Wording& text = wordings().at(wording);
    Claim claim;
    claim.id = id_of(plan_.id, parts);
    claim.parts = std::move(parts);
    claim.analysis = plan_.id;
    claim.quantity = wording;
    claim.subject = subject;
    claim.value = value;
    claim.unit = text.unit;
    claim.method = "compare minimise";
    claim.formula = text.formula;
    claim.formula_source = text.source;
    claim.no_interval =
        "it describes the cases as they are coded, which are no sample; other codings are the matter of "
        "compare.robustness";
    claim.parameters = plan_.parameters.json();
    claim.inputs = uses(plan_, rows, {"cases", "cells"});  // references are words about the cells
    claim.reproduce = command_;
    claims_.push_back(std::move(claim));
    return claims_.back();
}

}  // namespace tarazy

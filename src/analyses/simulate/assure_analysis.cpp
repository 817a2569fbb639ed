#include "analyses/simulate/assure_analysis.hpp"

#include "analyses/simulate/assure_claims.hpp"
#include "simulate/games/assurance_draws.hpp"
#include "study/result_tables.hpp"
#include "table/table_rows.hpp"

namespace tarazy {
namespace {

Table judged_ranges(const InputSpace& space) {
    TableRows rows(TextColumn{"input"}, RealColumn{"q05"}, RealColumn{"q50"}, RealColumn{"q95"},
                   TextColumn{"judged_by"});
    for (const UncertainInput& input : space.inputs)
        rows.add(input.name, quantile_of(input.distribution, 0.05), quantile_of(input.distribution, 0.5),
                 quantile_of(input.distribution, 0.95), input.source);
    return rows.table();
}

std::vector<std::string> notes_of(const InputSpace& space, const AssuranceDraws& draws) {
    std::vector<std::string> notes;
    for (const UncertainInput& input : space.inputs)
        if (input.source.empty()) notes.push_back("nobody is named for the range of '" + input.name + "'");
    if (draws.undefined > 0)
        notes.push_back(std::to_string(draws.undefined) +
                        " draws are left out: the branch of equilibria was not followed to their lambda");
    return notes;
}

std::vector<ResultTable> compute_assure(const AnalysisPlan& plan, const RoleTables& data) {
    const Table& elicited = *data.at("elicited");
    if (elicited.rows() == 0) return {{"", {}}};
    const InputSpace space = assurance_ranges(elicited);
    AssuranceDrawOptions options;
    options.draws = static_cast<std::size_t>(plan.parameters.get<std::int64_t>("draws"));
    options.lambda = plan.parameters.get<double>("lambda");
    options.seed = plan.frame.seed;
    options.threads = plan.frame.threads;
    options.work = plan.frame.work;
    AssuranceDraws draws = assurance_draws(space, options);
    std::vector<ResultTable> result;
    const Table notes = notes_table(notes_of(space, draws));
    result.push_back({"", std::move(draws.quantities)});
    result.push_back({"shares", std::move(draws.shares)});
    result.push_back({"curves", std::move(draws.curves)});
    result.push_back({"inputs", judged_ranges(space)});
    result.push_back({"notes", notes});
    return result;
}

}  // namespace

Method assure_method() {
    Method method;
    method.id = "simulate.assure";
    method.reads = {{{"elicited"}}};
    method.parameters = {
        {"draws", ParameterKind::integer, "1000", 20, 100000, {}, "of a Latin hypercube over the ranges"},
        {"lambda", ParameterKind::real, "4", 0, 1000, {}, "how closely players follow payoffs, without a range of it"},
    };
    method.compute = compute_assure;
    method.claims = assure_claims;
    method.quantities = assure_claim_forms;
    method.why_empty = [](const AnalysisPlan&, const RoleTables&) -> std::string {
        return "no range is given, or no draw of the game could be solved";
    };
    return method;
}

}  // namespace tarazy

#pragma once

#include "network/affiliations/affiliation_record.hpp"
#include "network/functions/carried_functions.hpp"
#include "network/functions/institution_functions.hpp"
#include "study/method.hpp"

#include <string>
#include <vector>

namespace tarazy {

// What the analyses of functions and of knock-outs read: memberships and functions of institutions, a year or several.

struct FunctionNetwork {
    int year = 0;
    CarriedFunctions carried;
};

struct FunctionNetworks {
    std::vector<FunctionNetwork> years;
    std::vector<std::string> notes;
};

/// `year`, `years`, `statuses`, `rule`, `source_policy`, `carry_forward`.
[[nodiscard]] std::vector<ParameterRule> function_network_rules();

/// What the networks are made of.
struct FunctionRecord {
    AffiliationRecord memberships;
    InstitutionFunctions functions;
    std::vector<std::string> notes;
};

/// @throws InputError
[[nodiscard]] FunctionRecord function_record(const RoleTables& data);

/// @throws InputError also where the parameters do not fit the data
[[nodiscard]] FunctionNetworks function_networks(const AnalysisPlan& plan, const FunctionRecord& record);

/// Places of the focus and the comparison states in the network, as far as they are there, in this order.
[[nodiscard]] std::vector<std::uint32_t> told_states(const AnalysisPlan& plan, const CarriedFunctions& carried);

/// `--memberships .. --functions .. --year 2014 ..` for commands; the year is the first asked for, or the study's last.
[[nodiscard]] std::string function_network_options(const AnalysisPlan& plan);

/// What claims of a year have for their time: nothing when the analysis is of one year.
[[nodiscard]] std::string claim_time_of(const AnalysisPlan& plan, int year);

/// The table with a column `year` before it.
[[nodiscard]] Table of_year(int year, const Table& table);

}  // namespace tarazy

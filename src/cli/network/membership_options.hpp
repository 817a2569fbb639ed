#pragma once

#include "cli/command.hpp"
#include "network/affiliations/yearly_network.hpp"

#include <optional>
#include <string>
#include <vector>

namespace tarazy {

/// The options by which a command takes memberships, as typed.
struct MembershipWords {
    std::string memberships, incidence, institutions, states, only;
    std::string statuses = "member", moment = "year-end", policy = "first";
    std::optional<int> year;
    bool carry_forward = false, leave_out_faulty = false;
};

/// What a command may add beside `--memberships`.
struct MembershipOptionSet {
    bool year = true;       ///< --year: one network
    bool incidence = true;  ///< --incidence: a ready matrix instead
    bool states = true;     ///< --states: only these
};

/// `--memberships`, `--institutions`, `--status`, `--rule`, `--source-policy`, `--carry-forward`,
/// `--leave-out-faulty`, `--states`, `--only`, and `--year`, `--incidence` where asked for.
void add_membership_options(CLI::App& app, MembershipWords& words, const MembershipOptionSet& set = {});

/// The spells of --memberships; what was assumed is warned of. @throws UsageError without --memberships
[[nodiscard]] AffiliationRecord read_memberships(Session& session, const MembershipWords& words);

/// What the options say about a year. @throws UsageError
[[nodiscard]] YearRule year_rule(const Session& session, const MembershipWords& words);

/// The network of --memberships and --year, or of --incidence; its warnings are told. With a matrix nothing is unknown
/// and no tie has rows. @throws UsageError when not exactly one of the two is given, or --year is lacking
[[nodiscard]] YearNetwork asked_network(Session& session, const MembershipWords& words);

}  // namespace tarazy

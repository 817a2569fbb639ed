#pragma once

#include "ledger/claim.hpp"
#include "ledger/sqlite.hpp"

#include <vector>

namespace tarazy {

/// SQL of the tables that hold the claims of a ledger, and of the views `claims`, `claim_quantiles` and `claim_inputs`,
/// by which they are read as docs/ledger.md says. Thousands of claims share formula, parameters and command: such texts
/// stand once, in `claim_texts`; lists of inputs that repeat stand once in `input_lists`, what they say of rows in
/// `row_texts`. To be run after `analyses` and `data` are made.
extern const char* const claims_layout;

/// Writes the claims in their order. Equal claims give equal bytes.
/// @pre the tables are there and empty; ids are unique. Time: n log n of the number of claims
/// @throws SqliteError
void write_claims(const Database& database, const std::vector<Claim>& claims);

/// What `write_claims` wrote, in its order.
/// @throws SqliteError if a claim refers to something that is gone, std::invalid_argument if its parts are no JSON
[[nodiscard]] std::vector<Claim> read_claims(const Database& database);

}  // namespace tarazy

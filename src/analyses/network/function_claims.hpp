#pragma once

#include "network/functions/function_coverage.hpp"
#include "study/claim_cells.hpp"

#include <string>
#include <vector>

namespace tarazy {

/// One kind of number that the analyses of functions claim.
struct FunctionQuantity {
    const char *name, *unit, *formula, *source;
};

/// Makes claims of numbers that memberships which are not known leave between bounds. Such a number has the bounds as
/// its interval and all its quantiles, so that a test passes where it holds whatever they are. Its value is the one of
/// the known memberships; where these alone would say none, and it may be some, there is no value: unknown is not zero.
class FunctionClaims {
public:
    /// @param method  "network functions"
    FunctionClaims(const AnalysisPlan& plan, std::string method, std::string command);

    /// Whether claims of this kind are wanted of the state: all of the focus, of others what a test names.
    [[nodiscard]] bool wanted(const std::string& state, const char* quantity, const std::string& about, int year) const;

    /// @param value   of the known memberships; left out where it is 0 and `bounds` are not
    /// @param bounds  nothing: not defined
    void add(const std::string& state, const FunctionQuantity& quantity, const std::string& about, int year,
             std::optional<double> value, const std::optional<NumberBounds>& bounds);

    [[nodiscard]] std::vector<Claim> take() { return std::move(claims_); }

private:
    [[nodiscard]] ClaimParts parts_of(const std::string& state, const char* quantity, const std::string& about,
                                      int year) const;

    const AnalysisPlan& plan_;
    std::string method_, command_;
    std::vector<Claim> claims_;
};

/// Forms of these quantities: of the focus and of any state, with the year where the analysis has several.
/// @param about  "<function>", or empty
void add_function_forms(const AnalysisPlan& plan, const char* quantity, const char* about,
                        std::vector<QuantityForm>& forms);

/// The bounds in two columns of a table. Nothing where one is missing.
[[nodiscard]] std::optional<NumberBounds> bounds_in(const Table& table, std::size_t row, const char* lower,
                                                    const char* upper);

}  // namespace tarazy

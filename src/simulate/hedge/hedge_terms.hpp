#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace tarazy {

/// Parameters of the alignment model (docs/simulate-hedge.md). The order is that of `hedge_parameters()`.
enum class HedgeTerm { trade, finance, assurance, coercion, influence, neighbours, entrapment, inertia, precision };
inline constexpr std::size_t hedge_terms = 9;

/// Drivers: what a pole does to the state, or has in it, in a year. Their coefficients are the first terms, in order.
inline constexpr std::size_t hedge_drivers = 5;

/// What a parameter is. Estimation, messages, scenario files and the model description are made from this one table.
struct HedgeParameter {
    HedgeTerm term;
    std::string_view symbol;   ///< as it is called in files and options: "b_T"
    std::string_view name;     ///< "trade"
    std::string_view meaning;  ///< of the parameter, a clause
    std::string_view grounds;  ///< the literature it is taken from
    double least, most;        ///< told bounds of the search; the sign where the model says one
    double otherwise;          ///< where it is neither free nor given
    std::string_view driver;   ///< for coefficients of drivers what the driver is, a clause; else empty
};

[[nodiscard]] std::span<const HedgeParameter> hedge_parameters() noexcept;
[[nodiscard]] const HedgeParameter& hedge_parameter(HedgeTerm term) noexcept;
/// By its symbol or its name.
[[nodiscard]] std::optional<HedgeTerm> hedge_term_called(std::string_view text) noexcept;
/// All symbols, for messages.
[[nodiscard]] std::vector<std::string> hedge_symbols();

/// A value of every parameter.
class HedgeCoefficients {
public:
    HedgeCoefficients();  ///< those of `HedgeParameter::otherwise`
    [[nodiscard]] double operator[](HedgeTerm term) const noexcept { return values_[static_cast<std::size_t>(term)]; }
    [[nodiscard]] double& operator[](HedgeTerm term) noexcept { return values_[static_cast<std::size_t>(term)]; }
    friend bool operator==(const HedgeCoefficients&, const HedgeCoefficients&) = default;

private:
    std::array<double, hedge_terms> values_;
};

/// The terms of a list of symbols or names, each once, in the order of the table.
/// @param option  its name, for messages. @throws UsageError for an unknown one or one that stands twice
[[nodiscard]] std::vector<HedgeTerm> hedge_terms_listed(std::span<const std::string> texts, std::string_view option);

/// Values given as `SYMBOL=NUMBER`, the others as by default.
/// @throws UsageError for an unknown symbol, or a number outside of its bounds
[[nodiscard]] HedgeCoefficients hedge_coefficients_given(std::span<const std::string> texts, std::string_view option);

}  // namespace tarazy

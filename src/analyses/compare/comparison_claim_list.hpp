#pragma once

#include "study/method.hpp"

#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tarazy {

/// Which part of the result a number belongs to, and what it is about: `necessity`, {"~A"}.
struct Place {
    std::string domain;
    std::vector<std::string> about;
};

/// The claims of a comparison, as they are added.
class ComparisonClaimList {
public:
    /// @param wanted  the quantities to be claimed, as tests name them; nullptr: all. Must outlive the list.
    explicit ComparisonClaimList(const AnalysisPlan& plan, const std::set<std::string>* wanted = nullptr);

    /// What is added from now on is said of another case than the one studied, and only as far as it is wanted.
    void go_on_with(const std::string& state, const std::set<std::string>& wanted);

    /// Whether a claim with this place and name would be kept: what is costly need not be worked out for nothing.
    [[nodiscard]] bool wants(const Place& place, const std::string& name) const;

    /// @param name  as the id calls the quantity; `wording` is how it is measured
    /// @return the claim, to add to; of one that is not wanted, a place where it does not matter
    Claim& add(const Place& place, const std::string& name, const std::string& wording, const std::string& subject,
               std::optional<double> value, const std::string& rows = "all cases");

    [[nodiscard]] std::vector<Claim> take() { return std::move(claims_); }

private:
    const AnalysisPlan& plan_;
    const std::set<std::string>* wanted_;
    std::string state_, command_;
    Claim unwanted_;
    std::vector<Claim> claims_;
};

}  // namespace tarazy

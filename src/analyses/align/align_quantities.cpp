#include "analyses/align/align_quantities.hpp"

#include "align/balance/balance_tables.hpp"
#include "align/balance/window_standings.hpp"
#include "analyses/align/assembly_sessions.hpp"
#include "ledger/claim_id.hpp"

namespace tarazy {
namespace {

constexpr const char* any_year = "<year>";

/// A window as ids write it, and the years it speaks of.
struct FormWindow {
    std::string time, years;
};

std::string window_text(const Span& span) {
    return std::to_string(span.first) + '-' + std::to_string(span.last);
}

Span years_of_analysis(const AnalysisPlan& plan) {
    if (plan.input("votes") != nullptr) return years_of(sessions_of(plan));
    if (plan.parameters.has("years")) return plan.parameters.get<Span>("years");
    return plan.frame.years;
}

class AlignForms {
public:
    explicit AlignForms(const AnalysisPlan& plan) : plan_(plan) {
        for (const Span& window : plan.parameters.get<std::vector<Span>>("windows"))
            windows_.push_back({window_text(window), window_text(window)});
        if (windows_.empty()) windows_.push_back({"<year>-<year>", window_text(years_of_analysis(plan))});
    }

    /// A number of focus and comparison states over the windows, with the standings in it.
    void over_windows(const std::string& domain, const std::string& quantity, const std::vector<std::string>& about,
                      bool uncertain) {
        for (const FormWindow& window : windows_) {
            add_states({"", domain, quantity, about, window.time}, uncertain, window.years);
            if (plan_.frame.comparison.size() < least_compared_states) continue;
            for (const std::string_view prefix : {standing_prefix, rank_prefix})
                add({"", domain, std::string(prefix) + quantity, about, window.time}, uncertain, window.years);
        }
    }

    /// A number of focus and comparison states in a year.
    void by_year(const std::string& domain, const std::string& quantity, const std::vector<std::string>& about,
                 bool uncertain) {
        add_states({"", domain, quantity, about, any_year}, uncertain, "");
    }

    /// The distance among the poles, which is of no state.
    void tension(const std::string& domain, bool over_windows) {
        add({"", domain, "tension", {}, any_year}, true, "");
        if (!over_windows) return;
        for (const FormWindow& window : windows_) add({"", domain, "tension", {}, window.time}, true, window.years);
    }

    void add(const ClaimParts& parts, bool uncertain, const std::string& window) {
        forms_.push_back({series_claim_id("", parts).substr(1), uncertain, window});
    }

    template <typename AddPole>
    void each_pole(AddPole add_pole) const {
        for (const Pole& pole : plan_.frame.poles) add_pole(std::vector{pole.id});
    }
    template <typename AddPair>
    void each_pair(AddPair add_pair) const {
        const std::vector<Pole>& poles = plan_.frame.poles;
        for (std::size_t p = 0; p < poles.size(); ++p)
            for (std::size_t q = p + 1; q < poles.size(); ++q) add_pair(std::vector{poles[p].id, poles[q].id});
    }

    [[nodiscard]] std::vector<QuantityForm> forms() && { return std::move(forms_); }

private:
    void add_states(ClaimParts parts, bool uncertain, const std::string& window) {
        add(parts, uncertain, window);
        for (const std::string& state : plan_.frame.comparison) {
            parts.state = state;
            add(parts, uncertain, window);
        }
    }

    const AnalysisPlan& plan_;
    std::vector<FormWindow> windows_;
    std::vector<QuantityForm> forms_;
};

/// What `share_claims` makes.
void add_share_forms(AlignForms& forms, bool uncertain, bool with_nearest) {
    forms.each_pole([&](const auto& pole) {
        for (const char* quantity : {"mean_share", "trend", "years_nearest"})
            forms.over_windows("", quantity, pole, uncertain);
        for (const char* quantity : {"closeness", "share"}) forms.by_year("", quantity, pole, uncertain);
        if (with_nearest) forms.by_year("", "p_nearest", pole, false);
    });
    forms.each_pair([&](const auto& pair) { forms.over_windows("", "difference", pair, uncertain); });
    forms.over_windows("", "evenness", {}, uncertain);
}

/// A domain of the balance, as far as the study file tells.
struct FormDomain {
    std::string name;
    bool uncertain = false;
};

std::vector<FormDomain> form_domains(const AnalysisPlan& plan) {
    std::vector<FormDomain> domains;
    if (plan.input("votes") != nullptr) domains.push_back({"positions", true});
    if (plan.input("ties") != nullptr) domains.push_back({"ties"});
    if (plan.input("memberships") != nullptr) domains.push_back({"institutions"});
    const auto& errors = plan.parameters.get<NamedNumbers>("errors");
    if (plan.input("indicators") != nullptr) {
        for (const auto& [name, prefix] : plan.parameters.get<NamedTexts>("indicators"))
            domains.push_back({name, errors.contains(name)});
    }
    if (plan.input("flows") != nullptr) domains.push_back({"<domain>"});
    const auto& weights = plan.parameters.get<NamedNumbers>("weights");
    FormDomain overall{overall_domain};
    for (const FormDomain& each : domains) {
        const auto weight = weights.find(each.name);
        overall.uncertain = overall.uncertain || (each.uncertain && (weight == weights.end() || weight->second > 0));
    }
    // First, so that nobody takes it for a domain of flows.
    domains.insert(domains.begin(), overall);
    return domains;
}

}  // namespace

std::vector<QuantityForm> shares_quantities(const AnalysisPlan& plan) {
    AlignForms forms(plan);
    const bool votes = plan.input("votes") != nullptr;
    add_share_forms(forms, votes && plan.parameters.get<std::int64_t>("bootstrap") > 0, votes);
    return std::move(forms).forms();
}

std::vector<QuantityForm> ideal_points_quantities(const AnalysisPlan& plan) {
    AlignForms forms(plan);
    add_share_forms(forms, true, true);
    forms.each_pair([&](const auto& pair) { forms.by_year("", "closer", pair, false); });
    forms.tension("", false);
    forms.add({"", "", "position", {plan.frame.focus}, any_year}, true, "");
    forms.each_pole([&](const auto& pole) { forms.add({"", "", "position", pole, any_year}, true, ""); });
    for (const char* quantity : {"sessions_joined", "sessions_untied"})
        forms.add({"", "", quantity, {}, ""}, false, "");
    if (plan.parameters.get<std::string>("method") == "mcmc") {
        for (const char* quantity : {"worst_rhat", "least_ess"}) forms.add({"", "", quantity, {}, ""}, false, "");
    }
    return std::move(forms).forms();
}

std::vector<QuantityForm> balance_quantities(const AnalysisPlan& plan) {
    AlignForms forms(plan);
    for (const auto& [domain, uncertain] : form_domains(plan)) {
        const auto both = [&, name = domain, error = uncertain](const char* quantity) {
            forms.over_windows(name, quantity, {}, error);
            forms.by_year(name, quantity, {}, error);
        };
        forms.each_pole([&, name = domain, error = uncertain](const auto& pole) {
            forms.over_windows(name, "mean_share", pole, error);
            forms.by_year(name, "share", pole, error);
            if (name == overall_domain) forms.over_windows(name, "years_aligned", pole, false);
        });
        forms.each_pair([&, name = domain, error = uncertain](const auto& pair) {
            forms.over_windows(name, "years_closer", pair, error);
            forms.by_year(name, "closer", pair, false);
        });
        both("evenness");
        if (domain == "positions") forms.tension(domain, true);
        if (domain != overall_domain) continue;
        for (const char* quantity : {"h_total", "h_within", "h_between"}) both(quantity);
        for (const char* quantity : {"years_equidistant", "years_specialised"})
            forms.over_windows(domain, quantity, {}, false);
    }
    return std::move(forms).forms();
}

}  // namespace tarazy

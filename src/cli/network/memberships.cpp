#include "base/number_text.hpp"
#include "cli/network/commands.hpp"
#include "cli/network/membership_options.hpp"
#include "network/affiliations/membership_tables.hpp"
#include "network/affiliations/regime.hpp"

#include <memory>

namespace tarazy {
namespace {

struct MembershipCommand {
    MembershipWords words;
    std::string years, show = "ties";
};

std::optional<int> span_year(const std::string& text) {
    const auto number = parse_integer(text);
    if (!number || *number < -9999 || *number > 9999) return std::nullopt;
    return static_cast<int>(*number);
}

/// --year, --years or all that the record has.
std::pair<int, int> asked_years(const MembershipCommand& command, const AffiliationRecord& record) {
    if (command.words.year && !command.years.empty()) throw UsageError("give --year or --years, not both");
    if (command.words.year) return {*command.words.year, *command.words.year};
    if (command.years.empty()) return years_of(record);
    const std::size_t dash = command.years.find('-', 1);
    const auto first = span_year(command.years.substr(0, dash));
    const auto last = dash == std::string::npos ? first : span_year(command.years.substr(dash + 1));
    if (!first || !last || *last < *first)
        throw UsageError("--years is '" + command.years + "'; give one span, such as 1992-2014");
    return {*first, *last};
}

void warn_of_years_beyond(Session& session, int first, int last, std::pair<int, int> dates) {
    const auto [from, to] = dates;
    if (first >= from && last <= to) return;
    const bool one = first == last;
    warn(session, (one ? std::to_string(first) : std::to_string(first) + "-" + std::to_string(last)) +
                      (last < from  ? (one ? " lies before" : " lie before")
                       : first > to ? (one ? " lies beyond" : " lie beyond")
                                    : " reaches beyond") +
                      " the dates of the table, " + std::to_string(from) + " to " + std::to_string(to) + ": " +
                      (first < from ? "before them no membership is known to have begun" : "") +
                      (first < from && last > to ? ", and " : "") +
                      (last > to ? "after them only memberships without an end go on" : ""));
}

void show_regime(Session& session, const MembershipCommand& command, const AffiliationRecord& record,
                 const YearRule& rule, int year) {
    if (rule.institutions.empty())
        note(session, "the set is all institutions of the table; name the set of a regime with --only");
    const Regime regime = regime_of(record, year, rule, session.work);
    if (regime.standings.empty())
        throw InputError({command.words.memberships, 0, 0, "no state of the table exists in " + std::to_string(year),
                          "choose a year with --year"});
    print_table(session, command.show == "regime" ? regime_table(regime) : joining_table(regime));
}

void show_memberships(Session& session, const MembershipCommand& command) {
    const AffiliationRecord record = read_memberships(session, command.words);
    const YearRule rule = year_rule(session, command.words);
    const auto [first, last] = asked_years(command, record);
    warn_of_years_beyond(session, first, last, years_of(record));
    if (command.show == "regime" || command.show == "joining") {
        if (!command.years.empty() && first != last)
            note(session, "--show " + command.show + " is at the end of one year: the last, " + std::to_string(last));
        return show_regime(session, command, record, rule, last);
    }
    if (command.show == "panel") {
        const Table panel = panel_table(record, first, last, rule, session.work);
        if (panel.rows() == 0)
            throw InputError(
                {command.words.memberships, 0, 0,
                 "no state of the table exists between " + std::to_string(first) + " and " + std::to_string(last),
                 "choose other years"});
        return print_table(session, panel);
    }
    if (command.show == "conflicts") {
        if (command.words.year || !command.years.empty())
            note(session,
                 "--show conflicts is of all years, --year and --years do not change it; the columns apart_from and "
                 "apart_to say when sources disagree");
        const Table conflicts = conflict_table(record, rule);
        if (conflicts.rows() == 0) note(session, "no source contradicts another");
        return print_table(session, conflicts);
    }
    std::vector<std::string> warnings;
    const Table ties = tie_table(record, first, last, rule, session.work, warnings);
    if (first == last)
        for (std::string& warning : warnings) warn(session, std::move(warning));
    if (ties.rows() == 0) warn(session, "no state is in any of the institutions: the table is empty");
    print_table(session, ties);
}

}  // namespace

void add_network_memberships(CLI::App& noun, Session& session) {
    auto command = std::make_shared<MembershipCommand>();
    const std::string data = "--memberships studies/kazakhstan/data/institution_memberships.csv";
    CLI::App& app = add_command(
        noun, "memberships",
        "Who was in which institution in which year, from dated spells with their sources: the ties of a year, how "
        "they "
        "move,\n"
        "where sources contradict one another, and how states stand in a set of institutions such as a treaty regime. "
        "What\n"
        "nobody knows is never counted as outside.",
        {{"tarazy network memberships " + data + " --year 2014", "the ties of 2014 and the lines they rest on"},
         {"tarazy network memberships " + data + " --states KAZ,UZB --years 1992-2014 --show panel",
          "memberships, entries and exits of two states by year"},
         {"tarazy network memberships " + data + " --year 2024 --only NPT,CTBT,IAEA_AP,CPPNM,ICSANT --show regime",
          "how far each state has joined the treaties"}},
        session, [&session, command] { show_memberships(session, *command); });
    add_membership_options(app, command->words, {true, false});
    app.add_option("--years", command->years, "a span of years, such as 1992-2014; all years of the table without it");
    app.add_option(
           "--show", command->show,
           "ties, panel (by state and year), conflicts (of sources), regime (by state) or joining (by state and "
           "institution)")
        ->check(CLI::IsMember({"ties", "panel", "conflicts", "regime", "joining"}))
        ->capture_default_str();
}

}  // namespace tarazy

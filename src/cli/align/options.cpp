#include "cli/align/options.hpp"

#include "align/votes/vote_coding.hpp"
#include "align/votes/vote_matrix.hpp"
#include "base/nearest_name.hpp"
#include "base/number_text.hpp"
#include "base/text_lists.hpp"
#include "table/state_codes_resolve.hpp"
#include "table/state_reference.hpp"
#include "table/state_system.hpp"

#include <algorithm>
#include <set>

namespace tarazy {
namespace {

/// `WEST=USA+GBR` as id and members; a bare state has no id.
std::pair<std::string, std::string> pole_parts(const std::string& text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string::npos) return {"", text};
    return {std::string(trimmed(text.substr(0, equals))), text.substr(equals + 1)};
}

bool is_pole(const std::string& text) {
    return std::ranges::all_of(split(pole_parts(text).second, '+'),
                               [](const std::string& member) { return iso3_meant(member).has_value(); });
}

std::string required_iso3(const std::string& text) {
    if (auto iso3 = iso3_meant(text)) return *std::move(iso3);
    throw UsageError(not_meant_text(text) + "; " + not_meant_hint(text));
}

}  // namespace

std::vector<int> parse_states(const std::string& text) {
    std::vector<int> states;
    if (text.empty()) return states;
    const auto has_number = [](const std::string& item) { return !cow_numbers_meant(item).empty(); };
    for (const std::string& item : split_list_of_states(text, has_number)) {
        const std::vector<int> numbers = cow_numbers_meant(item);
        if (numbers.empty() && state_meant(item) != nullptr)
            throw UsageError(state_meant(item)->name_en + " has no COW number; leave it out");
        if (numbers.empty()) throw UsageError(unknown_state_text(item) + "; " + unknown_state_hint(item));
        states.insert(states.end(), numbers.begin(), numbers.end());
    }
    return states;
}

std::vector<std::string> parse_state_codes(const std::string& text) {
    std::vector<std::string> codes;
    const auto has_code = [](const std::string& item) { return iso3_meant(item).has_value(); };
    for (const std::string& item : split_list_of_states(text, has_code)) {
        std::string code = required_iso3(item);
        if (std::ranges::find(codes, code) == codes.end()) codes.push_back(std::move(code));
    }
    return codes;
}

std::vector<PoleMembers> parse_poles(const std::string& text) {
    std::vector<PoleMembers> poles;
    for (const std::string& part : split_list_of_states(text, is_pole)) {
        const auto [id, members] = pole_parts(part);
        const bool bare = part.find('=') == std::string::npos;
        if ((id.empty() && !bare) || members.find_first_not_of(' ') == std::string::npos)
            throw UsageError("'" + part + "' is no pole; write RUS or WEST=USA+GBR+FRA+DEU");
        PoleMembers pole{id, {}};
        for (const std::string& member : split(members, '+')) pole.members.push_back(required_iso3(member));
        if (bare) pole.id = pole.members.size() == 1 ? pole.members.front() : part;
        poles.push_back(std::move(pole));
    }
    return poles;
}

std::vector<YearWindow> parse_windows(const std::string& text) {
    std::vector<YearWindow> windows;
    if (text.empty()) return windows;
    for (const std::string& part : split(text, ',')) {
        const std::size_t dash = part.find('-');
        const auto first = parse_integer(part.substr(0, dash));
        const auto last = dash == std::string::npos ? first : parse_integer(part.substr(dash + 1));
        if (!first || !last || *last < *first || *first < 0 || *last > 9999) {
            throw UsageError("'" + part + "' is no span of years; write 1992-2001");
        }
        windows.push_back({static_cast<int>(*first), static_cast<int>(*last)});
    }
    return windows;
}

std::vector<Table> read_inputs(Session& session, std::span<const std::string> paths) {
    std::vector<Table> tables;
    for (const std::string& path : paths) tables.push_back(read_input(session, path));
    return tables;
}

void warn_all(Session& session, const std::vector<std::string>& messages) {
    // One line a fact: years without a member would otherwise fill the screen.
    std::set<std::string> told;
    for (const std::string& message : messages) {
        if (told.insert(message).second) warn(session, message);
    }
}

void warn_of_empty_windows(Session& session, const Table& summary, const std::vector<YearWindow>& windows) {
    const std::vector<std::string> texts = require_texts(summary, "window");
    const std::set<std::string> there(texts.begin(), texts.end());
    for (const YearWindow& window : windows) {
        const std::string text = std::to_string(window.first) + '-' + std::to_string(window.last);
        if (!there.contains(text))
            warn(session, "window " + text + " holds no year with everything known; no summary of it");
    }
}

void write_summary(const Session& session, const Table& summary, const std::string& path) {
    if (summary.rows() > 0) return write_beside(session, summary, path);
    throw InputError({"", 0, 0,
                      "the summary would be empty: no year of its windows has every pole known and counts "
                      "(years from --agenda-break on do not)",
                      "choose other --windows, or leave out --summary"});
}

void add_vote_options(CLI::App& app, VoteInputs& inputs) {
    app.add_option("--votes", inputs.votes, votes_help);
    app.add_option("--roll-calls", inputs.roll_calls, "roll calls: rcid,session,...; several files are joined");
    app.add_option("--sessions", inputs.sessions, "only these sessions: 69, 46-74 or 60,69-71");
    app.add_option("--block", inputs.block,
                   "column of the roll calls whose equal values are resampled together, such as date");
    add_coding_options(app, inputs);
}

void add_coding_options(CLI::App& app, VoteInputs& inputs) {
    app.add_option(
           "--coding", inputs.coding,
           "numbers: 1 yes, 2 abstain, 3 no, 8 and 9 no vote, or words; voteview: 1-3 yea, 4-6 nay, 0 and 7-9 no "
           "vote; binary: 1 yes, 0 no, 9 no vote")
        ->check(CLI::IsMember({"numbers", "voteview", "binary"}))
        ->capture_default_str();
    app.add_option(
           "--body", inputs.body,
           "un: year = 1945 + session; other: years from dates or sessions that are years; auto: un when members "
           "and sessions fit it")
        ->check(CLI::IsMember({"auto", "un", "other"}))
        ->capture_default_str();
}

VoteTables read_vote_tables(Session& session, const VoteInputs& inputs) {
    const VoteCoding coding = vote_coding(inputs.coding);
    std::vector<std::string> notes;
    std::vector<Table> votes;
    for (Table& table : read_inputs(session, inputs.votes)) {
        if (is_undl_layout(table)) {
            votes.push_back(std::move(table));
        } else {
            votes.push_back(is_vote_matrix(table, coding) ? from_vote_matrix(table, coding, notes)
                                                          : votes_as_numbers(table, coding, notes));
        }
    }
    VoteTables tables = from_undl_layout(std::move(votes), read_inputs(session, inputs.roll_calls));
    for (std::string& sentence : notes) note(session, std::move(sentence));
    warn_all(session, tables.warnings);
    return tables;
}

VoteData votes_in(Session& session, const VoteInputs& inputs, const VoteTables& tables) {
    if (!inputs.block.empty() && tables.roll_calls.empty()) throw UsageError("--block names a column of --roll-calls");
    VoteReading reading;
    if (!inputs.sessions.empty()) reading.sessions = parse_sessions(inputs.sessions);
    reading.block_column = inputs.block;
    reading.body = inputs.body == "un" ? Body::united_nations : inputs.body == "other" ? Body::other : Body::automatic;
    VoteData votes = load_votes(tables.votes, tables.roll_calls, reading);
    for (const std::string& sentence : votes.notes) note(session, sentence);
    return votes;
}

Table read_state_system(Session& session, const std::string& path) {
    if (!path.empty()) return read_input(session, path);
    note(session,
         "states of each year are those of the program's list (Correlates of War, v2016); --system FILE is another");
    return state_system_table();
}

VoteData read_votes(Session& session, const VoteInputs& inputs) {
    if (!inputs.sessions.empty()) (void)parse_sessions(inputs.sessions);  // a wrong option before any file is read
    return votes_in(session, inputs, read_vote_tables(session, inputs));
}

}  // namespace tarazy

#include "align/votes/vote_coding.hpp"

#include "base/argument_checks.hpp"
#include "base/number_text.hpp"
#include "base/text_cut.hpp"
#include "base/text_lists.hpp"

#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace tarazy {
namespace {

using VoteWord = std::pair<std::string_view, std::uint8_t>;

/// In lower case, single blanks inside. 0 no vote, 1 yes, 2 abstain, 3 no.
constexpr std::array vote_words = {
    VoteWord{"yes", 1},
    VoteWord{"y", 1},
    VoteWord{"yea", 1},
    VoteWord{"aye", 1},
    VoteWord{"for", 1},
    VoteWord{"in favour", 1},
    VoteWord{"in favor", 1},
    VoteWord{"да", 1},
    VoteWord{"за", 1},
    VoteWord{"иә", 1},
    VoteWord{"ия", 1},
    VoteWord{"жақ", 1},
    VoteWord{"жақтады", 1},
    VoteWord{"қолдады", 1},
    VoteWord{"қолдаймын", 1},
    VoteWord{"голосовал за", 1},
    VoteWord{"голосовала за", 1},
    VoteWord{"голосовали за", 1},
    VoteWord{"проголосовал за", 1},
    VoteWord{"проголосовала за", 1},
    VoteWord{"поддержал", 1},
    VoteWord{"поддержала", 1},
    VoteWord{"жақтап дауыс берді", 1},
    VoteWord{"voted yes", 1},
    VoteWord{"voted for", 1},
    VoteWord{"voted in favour", 1},
    VoteWord{"voted in favor", 1},
    VoteWord{"abstain", 2},
    VoteWord{"abstained", 2},
    VoteWord{"abstains", 2},
    VoteWord{"abstention", 2},
    VoteWord{"a", 2},
    VoteWord{"воздержался", 2},
    VoteWord{"воздержалась", 2},
    VoteWord{"воздержалось", 2},
    VoteWord{"воздержались", 2},
    VoteWord{"воздержание", 2},
    VoteWord{"воздерж", 2},
    VoteWord{"қалыс", 2},
    VoteWord{"қалыс қалды", 2},
    VoteWord{"қалыс қалу", 2},
    VoteWord{"қалыс қалдым", 2},
    VoteWord{"қалыс қалған", 2},
    VoteWord{"воздержавшийся", 2},
    VoteWord{"no", 3},
    VoteWord{"n", 3},
    VoteWord{"nay", 3},
    VoteWord{"against", 3},
    VoteWord{"нет", 3},
    VoteWord{"против", 3},
    VoteWord{"жоқ", 3},
    VoteWord{"қарсы", 3},
    VoteWord{"қарсымын", 3},
    VoteWord{"голосовал против", 3},
    VoteWord{"голосовала против", 3},
    VoteWord{"голосовали против", 3},
    VoteWord{"проголосовал против", 3},
    VoteWord{"проголосовала против", 3},
    VoteWord{"қарсы дауыс берді", 3},
    VoteWord{"қарсы болды", 3},
    VoteWord{"voted no", 3},
    VoteWord{"voted against", 3},
    VoteWord{"absent", 0},
    VoteWord{"x", 0},
    VoteWord{"not voting", 0},
    VoteWord{"did not vote", 0},
    VoteWord{"no vote", 0},
    VoteWord{"nv", 0},
    VoteWord{"not a member", 0},
    VoteWord{"excused", 0},
    VoteWord{"missing", 0},
    VoteWord{"na", 0},
    VoteWord{"n/a", 0},
    VoteWord{"-", 0},
    VoteWord{".", 0},
    VoteWord{"отсутствует", 0},
    VoteWord{"отсутствовал", 0},
    VoteWord{"отсутствовала", 0},
    VoteWord{"отсутствовали", 0},
    VoteWord{"не голосовал", 0},
    VoteWord{"не голосовала", 0},
    VoteWord{"не голосовали", 0},
    VoteWord{"не голосует", 0},
    VoteWord{"не участвовал", 0},
    VoteWord{"не участвовала", 0},
    VoteWord{"не участвовал в голосовании", 0},
    VoteWord{"не участвовала в голосовании", 0},
    VoteWord{"не участвовали в голосовании", 0},
    VoteWord{"дауыс беруге қатыспады", 0},
    VoteWord{"дауыс бермеді", 0},
    VoteWord{"дауыс берген жоқ", 0},
    VoteWord{"қатыспады", 0},
    VoteWord{"қатысқан жоқ", 0},
    VoteWord{"келмеді", 0},
};

/// Lower case, without quotation marks around it, with single blanks for runs of blanks and underscores.
std::string plain_word(std::string_view word) {
    const icu::UnicodeString text =
        icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<std::int32_t>(word.size())));
    icu::UnicodeString plain;
    bool blank = false;
    for (std::int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        const bool quote = u_hasBinaryProperty(c, UCHAR_QUOTATION_MARK) != 0;
        if (quote) continue;
        if (u_isUWhiteSpace(c) != 0 || c == '_') {
            blank = !plain.isEmpty();
            continue;
        }
        if (blank) plain.append(static_cast<UChar32>(' '));
        blank = false;
        plain.append(c);
    }
    plain.foldCase();
    std::string result;
    plain.toUTF8String(result);
    while (result.size() > 1 && result.ends_with('.')) result.pop_back();
    return result;
}

std::optional<std::uint8_t> vote_of_number(std::int64_t number, VoteCoding coding) {
    switch (coding) {
        case VoteCoding::numbers:
            if (number >= 1 && number <= 3) return static_cast<std::uint8_t>(number);
            if (number == 8 || number == 9) return std::uint8_t{0};
            return std::nullopt;
        case VoteCoding::voteview:
            if (number >= 1 && number <= 3) return std::uint8_t{1};
            if (number >= 4 && number <= 6) return std::uint8_t{3};
            if (number == 0 || (number >= 7 && number <= 9)) return std::uint8_t{0};
            return std::nullopt;
        case VoteCoding::binary:
            if (number == 1) return std::uint8_t{1};
            if (number == 0) return std::uint8_t{3};
            if (number == 9) return std::uint8_t{0};
            return std::nullopt;
    }
    return std::nullopt;
}

/// A whole number in a cell, in whatever type of column it stands.
std::optional<std::int64_t> number_of_cell(const Column& column, std::size_t row) {
    if (column.type() == ColumnType::integer) return column.integer(row);
    if (column.type() == ColumnType::text) return parse_integer(*column.text(row));
    const double value = *column.real(row);
    if (value != static_cast<double>(static_cast<std::int64_t>(value))) return std::nullopt;
    return static_cast<std::int64_t>(value);
}

std::string meaning_of_no_vote(const std::string& shown, VoteCoding coding) {
    if (shown.empty()) return "empty";
    if (coding == VoteCoding::numbers && shown == "8") return "8 absent";
    if (coding == VoteCoding::numbers && shown == "9") return "9 not a member";
    return shown;
}

}  // namespace

VoteCoding vote_coding(const std::string& name) {
    const std::vector<std::string> names = {"numbers", "voteview", "binary"};
    constexpr std::array codings = {VoteCoding::numbers, VoteCoding::voteview, VoteCoding::binary};
    return codings[check_one_of(name, names, "the coding of votes")];
}

std::optional<std::uint8_t> vote_of_word(std::string_view word) {
    const std::string plain = plain_word(word);
    const auto found = std::ranges::find(vote_words, plain, &VoteWord::first);
    if (found == vote_words.end()) return std::nullopt;
    return found->second;
}

std::optional<std::uint8_t> vote_of_cell(const Column& column, std::size_t row, VoteCoding coding) {
    if (column.missing(row)) return std::uint8_t{0};
    if (const auto number = number_of_cell(column, row)) return vote_of_number(*number, coding);
    if (column.type() != ColumnType::text) return std::nullopt;
    return vote_of_word(*column.text(row));
}

std::string shown_vote(const Column& column, std::size_t row) {
    const std::string cell = column.display(row);
    return column.type() == ColumnType::text ? "'" + shortened(cell) + "'" : cell;
}

std::string vote_remedy(VoteCoding coding) {
    switch (coding) {
        case VoteCoding::numbers: break;
        case VoteCoding::voteview: return "with --coding voteview votes are 1-3 yea, 4-6 nay, 0 and 7-9 no vote";
        case VoteCoding::binary: return "with --coding binary votes are 1 yes, 0 no, 9 no vote";
    }
    return "votes are 1 yes, 2 abstain, 3 no; 8 and 9 are no vote, and words such as yes and no are read, and any "
           "other with --recode; commands of 'tarazy align' have --coding voteview (1 yea, 6 nay, 9 no vote) and "
           "--coding "
           "binary (1 yes, 0 no)";
}

std::vector<std::uint8_t> votes_of_column(const Table& table, const std::string& column, VoteCoding coding,
                                          Diagnostics& diagnostics, std::vector<std::string>& notes) {
    const Column& cells = table[column];
    std::vector<std::uint8_t> votes(cells.size(), 0);
    std::map<std::string, std::size_t> none;  // what was read as no vote
    std::map<std::uint8_t, std::map<std::string, bool>> words;
    // Each distinct text is looked up once.
    std::vector<std::optional<std::uint8_t>> of_level;
    const bool text = cells.type() == ColumnType::text;
    if (text) {
        for (const std::string& level : cells.texts().levels) {
            const auto number = parse_integer(level);
            of_level.push_back(number ? vote_of_number(*number, coding) : vote_of_word(level));
            if (!number && of_level.back()) words[*of_level.back()][level];
        }
    }
    for (std::size_t row = 0; row < votes.size(); ++row) {
        const auto vote = text && !cells.missing(row) ? of_level[static_cast<std::size_t>(cells.texts().codes[row])]
                                                      : vote_of_cell(cells, row, coding);
        if (!vote) {
            diagnostics.add(table.problem(row, column, column + " is " + shown_vote(cells, row), vote_remedy(coding)));
            continue;
        }
        votes[row] = *vote;
        if (*vote == 0) ++none[meaning_of_no_vote(cells.display(row), coding)];
    }
    const std::string file = table.origin.path.empty() ? "" : table.origin.path + ": ";
    if (!words.empty()) {
        std::string list;
        constexpr std::array<const char*, 4> meaning = {"no vote", "yes", "abstain", "no"};
        for (const std::size_t vote : {1U, 2U, 3U, 0U}) {
            for (const auto& [word, there] : words[static_cast<std::uint8_t>(vote)])
                list += (list.empty() ? "'" : ", '") + word + "' " + meaning[vote];
        }
        notes.push_back(file + "words were read as votes: " + list);
    }
    if (!none.empty()) {
        notes.push_back(file + "cells read as no vote: " + joined(none, ", ", [](const auto& cell) {
                            return cell.first + " (" + std::to_string(cell.second) + ")";
                        }));
    }
    return votes;
}

Table votes_as_numbers(const Table& table, VoteCoding coding, std::vector<std::string>& notes) {
    if (coding == VoteCoding::numbers) return table;
    if (!table.find("vote")) return table;  // `load_votes` says what is lacking
    Diagnostics diagnostics;
    const std::vector<std::uint8_t> votes = votes_of_column(table, "vote", coding, diagnostics, notes);
    diagnostics.throw_if_any();
    std::vector<std::size_t> rows;
    std::vector<std::int64_t> cast;
    for (std::size_t row = 0; row < votes.size(); ++row) {
        if (votes[row] == 0) continue;
        rows.push_back(row);
        cast.push_back(votes[row]);
    }
    Table result = take_rows(table, rows);
    result.columns[*result.find("vote")] = Column(std::move(cast));
    return result;
}

}  // namespace tarazy

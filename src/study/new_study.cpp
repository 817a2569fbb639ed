#include "study/new_study.hpp"

#include "base/error.hpp"
#include "base/passing_folder.hpp"
#include "base/random.hpp"
#include "io/atomic_file.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>

namespace tarazy {
namespace {

namespace fs = std::filesystem;

constexpr const char* study_text =
    R"(# A study: what it reads, what it computes, and which results would speak for or against each proposition.
# The data in this folder are INVENTED, so that the study runs as it is. Replace them with your own.
# Check it with 'tarazy study check', run it with 'tarazy study run'. Every key: docs/study-file.md.

[study]
id = "example"                      # letters, digits, - and _
title = { en = "An invented assembly", kk = "Ойдан құрастырылған ассамблея", ru = "Вымышленная ассамблея" }
focus = "KAZ"                       # ISO 3166 alpha-3 codes everywhere in this file
years = [2005, 2016]
comparison = ["UZB"]                # states shown beside the focus state
seed = 1                            # of all random numbers: same seed, same bytes

# The powers between which the state keeps its balance. A pole may have several members.
[[pole]]
id = "RUS"
name = { en = "Russia", kk = "Ресей", ru = "Россия" }
members = ["RUS"]

[[pole]]
id = "CHN"
name = { en = "China", kk = "Қытай", ru = "Китай" }
members = ["CHN"]

[[pole]]
id = "WEST"
name = { en = "West", kk = "Батыс", ru = "Запад" }
members = ["USA", "FRA"]

# Where data come from. Every [data.<key>] below names one or more of these.
[source.invented]
author = "nobody"
year = "2025"
title = "Votes and events made up as an example"
coverage = "2005-2016"
licence = "CC0 1.0"

[data.votes]
file = "data/votes.csv"             # several files: file = ["a.csv", "b.csv.gz"]; "$NAME/a.csv" starts at a variable
role = "votes"                      # columns rcid,ccode,vote (1 yes, 2 abstain, 3 no)
source = "invented"

[data.roll_calls]
file = "data/roll_calls.csv"
role = "roll_calls"                 # columns rcid,session
source = "invented"
columns = { session = "meeting" }   # our name = name in the file

[data.events]
file = "data/events.csv"
role = "events"
source = "invented"

[data.links]
file = "data/links.csv"
role = "links"
source = "invented"

# What is computed. The id names the results and begins the ids of all numbers found.
[[analysis]]
id = "shares"
method = "align.shares"
title = { en = "Balance among the poles", kk = "Полюстер арасындағы тепе-теңдік", ru = "Баланс между полюсами" }
data = ["votes", "roll_calls"]
limits = [ { en = "The votes are invented.", kk = "Дауыстар ойдан құрастырылған.", ru = "Голоса вымышлены." } ]
[analysis.parameters]
windows = ["2005-2016", "2005-2010", "2011-2016"]
bootstrap = 200

[[analysis]]
id = "similarity"
method = "align.similarity"
title = { en = "Similarity of voting", kk = "Дауыс берудің ұқсастығы", ru = "Сходство голосования" }
data = ["votes", "roll_calls"]
[analysis.parameters]
bootstrap = 200

[[analysis]]
id = "chronology"
method = "trace.chronology"
title = { en = "Chronology", kk = "Хронология", ru = "Хронология" }
data = ["events", "links"]

# What is to be judged. Declare the tests before you look at the results.
[[proposition]]
id = "P1"
theory = "realism"                  # realism, institutionalism, constructivism or none
text = { en = "The state keeps an even distance to its two neighbours.", kk = "Мемлекет екі көршісінен бірдей қашықтық сақтайды.", ru = "Государство держится на равном расстоянии от двух соседей." }
would_change = { en = "A lasting gap of more than one vote in five.", kk = "Бес дауыстың бірінен асатын тұрақты алшақтық.", ru = "Устойчивый разрыв более чем в одно голосование из пяти." }
[[proposition.test]]
analysis = "shares"
quantity = "difference.RUS-CHN.2005-2016"          # the id of a number without the analysis' id
comparison = "between -0.2 and 0.2 with probability 0.9"
weight = 2
opposite_means = { en = "It leans to one of them.", kk = "Ол біреуіне бейім.", ru = "Оно склоняется к одному из них." }
[[proposition.test]]
analysis = "shares"
quantity = "evenness.2005-2016"
comparison = "> 0.9 with probability 0.9"
weight = 1
opposite_means = { en = "One pole outweighs the others.", kk = "Бір полюс басым.", ru = "Один полюс перевешивает." }

[[proposition]]
id = "P2"
theory = "none"
text = { en = "Society supports this course.", kk = "Қоғам бұл бағытты қолдайды.", ru = "Общество поддерживает этот курс." }
would_change = { en = "Surveys with published questions; this study has none.", kk = "Сұрақтары жарияланған сауалнамалар; бұл зерттеуде олар жоқ.", ru = "Опросы с опубликованными вопросами; здесь их нет." }
)";

constexpr const char* events_text =
    "id,edtf,title,description,actors,tags,quad,source_ref,confidence\n"
    "e1,2005-09,An invented assembly opens,Invented for this example.,KAZ,ASSEMBLY,VCOOP,invented,high\n"
    "e2,2008-03-14,A treaty of friendship is signed,Invented for this example.,KAZ;CHN,TREATY,VCOOP,invented,high\n"
    "e3,2010/2012,Talks on a common market,Invented for this example.,KAZ;RUS,TRADE,MCOOP,invented,medium\n"
    "e4,2014~,A quarrel about a pipeline,Invented for this example.,RUS;KAZ,TRADE,VCONF,invented,low\n";

constexpr const char* links_text =
    "from,to,type,basis,stated_in\n"
    "e1,e2,enables,proposed,\n"
    "e2,e3,enables,literature,invented\n"
    "e3,e4,causes,proposed,\n";

/// COW number and how the invented state leans: the chance of voting with the first neighbour's side.
struct InventedState {
    int code;
    double leaning;
};
constexpr std::array<InventedState, 6> assembly = {
    {{2, 0.15}, {220, 0.25}, {365, 0.85}, {704, 0.7}, {705, 0.6}, {710, 0.75}}};

constexpr int first_session = 60, last_session = 71;
constexpr std::int64_t roll_calls_a_session = 40;

std::string votes_text() {
    Random random(1, "invented assembly", 0);
    std::string text = "rcid,ccode,vote\n";
    std::int64_t id = 0;
    for (int session = first_session; session <= last_session; ++session) {
        for (std::int64_t i = 0; i < roll_calls_a_session; ++i) {
            ++id;
            const double difficulty = random.uniform();  // how far the text goes to one side
            for (const InventedState& state : assembly) {
                const double side = state.leaning + 0.5 * (random.uniform() - 0.5) - difficulty;
                const int vote = side > 0.1 ? 1 : side > -0.1 ? 2 : 3;
                text += std::to_string(id) + ',' + std::to_string(state.code) + ',' + std::to_string(vote) + '\n';
            }
        }
    }
    return text;
}

std::string roll_calls_text() {
    std::string text = "rcid,meeting\n";
    std::int64_t id = 0;
    for (int session = first_session; session <= last_session; ++session) {
        for (std::int64_t i = 0; i < roll_calls_a_session; ++i)
            text += std::to_string(++id) + ',' + std::to_string(session) + '\n';
    }
    return text;
}

}  // namespace

std::vector<NewFile> new_study_files() {
    return {{"study.toml", study_text},
            {"data/votes.csv", votes_text()},
            {"data/roll_calls.csv", roll_calls_text()},
            {"data/events.csv", events_text},
            {"data/links.csv", links_text}};
}

std::vector<std::string> write_new_study(const std::string& folder) {
    std::error_code error;
    if (fs::exists(folder, error) && (!fs::is_directory(folder, error) || !fs::is_empty(folder, error))) {
        throw UsageError("'" + folder + "' holds something already; name a new or an empty folder");
    }
    const fs::path given = fs::absolute(folder, error).lexically_normal();
    const fs::path target = given.has_filename() ? given : given.parent_path();
    const auto folder_for = [&error](const fs::path& path) {
        fs::create_directories(path, error);
        if (error) throw FileError(path.string() + ": the folder cannot be made (" + error.message() + ")");
    };
    folder_for(target.parent_path());
    // A kill leaves no half of a study that the same command would then refuse to touch.
    const PassingFolder aside(target.parent_path(), ".tarazy-new-study");
    std::vector<std::string> written;
    for (const NewFile& file : new_study_files()) {
        const fs::path path = aside.path() / file.path;
        folder_for(path.parent_path());
        write_file_atomically(path.string(), file.bytes);
        written.push_back((fs::path(folder) / file.path).string());
    }
    aside.put_in_place(target);
    return written;
}

}  // namespace tarazy

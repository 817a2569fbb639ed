// Writes the parts of a package that are made from the table of options: `package_sources python|r FOLDER`. A file that
// is there already and would be the same is left alone, so that nothing is built anew for it.

#include "bindings/python_source.hpp"
#include "bindings/r_source.hpp"
#include "cli/program.hpp"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

namespace {

void write_where_different(const std::filesystem::path& file, const std::string& text) {
    std::filesystem::create_directories(file.parent_path());
    if (std::ifstream there(file, std::ios::binary);
        there && std::string(std::istreambuf_iterator<char>(there), {}) == text)
        return;
    std::ofstream(file, std::ios::binary) << text;
}

}  // namespace

int main(int count, char** words) {
    const std::string language = count == 3 ? words[1] : "";
    if (language != "python" && language != "r") {
        std::cerr << "usage: package_sources python|r FOLDER\n";
        return 2;
    }
    tarazy::Session session;
    const auto commands = tarazy::command_list(*tarazy::build_program(session));
    const auto files = language == "r" ? tarazy::r_sources(commands) : tarazy::python_sources(commands);
    for (const tarazy::SourceFile& file : files)
        write_where_different(std::filesystem::path(words[2]) / file.name, file.text);
    return 0;
}

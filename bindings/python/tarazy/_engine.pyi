from typing import Any, Dict, List

version: str

def run(arguments: List[str], frames: Dict[str, Any]) -> Dict[str, Any]: ...

"""when"""
